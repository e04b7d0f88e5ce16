"""Proposals that lie with the office, rounds of updating, and who has answered them."""

from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from congvu.contexts.personnel.models import UpdateRound
from congvu.contexts.personnel.queries.proposals import groups_named, with_group
from congvu.contexts.personnel.states import ProposalState
from congvu.contexts.personnel.tables.people import matching, person_url
from congvu.contexts.personnel.tables.place import UNIT
from congvu.law.personal_file import PROPOSABLE
from congvu.web import formats
from congvu.web.parts import Badge, Cell, Empty, Tone
from congvu.web.register import Column, Filter, Register, Tab

TONES: dict[str, Tone] = {
    ProposalState.SENT: "soon",
    ProposalState.RETURNED: "info",
    ProposalState.DECIDED: "done",
    ProposalState.WITHDRAWN: "closed",
}
_WAITING = (("3", "Từ 3 ngày"), ("5", "Từ 5 ngày"), ("10", "Từ 10 ngày"), ("30", "Từ 30 ngày"))


def state(proposal: Any) -> Badge:
    """Where the proposal stands, as a word."""
    return Badge(ProposalState(proposal.state).label, TONES[proposal.state])


def asked(proposal: Any) -> Cell:
    """What it asks for, as far as the officer may see it."""
    hidden = proposal.total - len(proposal.listed)
    return Cell(groups_named(proposal.listed), detail=f"và {hidden} nội dung bạn không được xem" if hidden > 0 else "")


def waited(proposal: Any, on: date) -> int:
    """Đã chờ bao nhiêu ngày."""
    until: date = proposal.ended_on or on
    sent_on: date = proposal.sent_on
    return max(0, (until - sent_on).days)


def _with_group(rows: Any, value: str, on: date) -> Any:
    return with_group(rows, value)


def _in(state_wanted: ProposalState) -> Any:
    return lambda rows, on: rows.filter(state=state_wanted)


def proposals(on: date) -> Register:
    """Sổ đề nghị, with the days waited up to the day."""
    return Register(
        name="personnel.proposals",
        columns=(
            Column(
                "ten",
                "Người đề nghị",
                "person.full_name",
                sort=("person__sort_key",),
                main=True,
                link=lambda row: reverse("personnel:proposal", args=[row.pk]),
                detail=lambda row: row.unit_name or "",
            ),
            Column("noi-dung", "Nội dung", asked),
            Column("trang-thai", "Trạng thái", state),
            Column("gui", "Ngày gửi", lambda row: formats.day(row.sent_on), kind="date", sort=("sent_on",)),
            Column("cho", "Số ngày chờ", lambda row: waited(row, on), kind="number"),
            Column("con", "Chưa giải quyết", lambda row: f"{row.left}/{row.total}", shown=False),
        ),
        filters=(
            UNIT,
            Filter("muc", "Mục hồ sơ", [(each.name, each.label) for each in PROPOSABLE], _with_group),
            Filter(
                "cho",
                "Đã chờ",
                _WAITING,
                lambda rows, value, day: rows.filter(sent_on__lte=day - timedelta(days=int(value))),
            ),
        ),
        tabs=(
            Tab("cho", "Chờ giải quyết", _in(ProposalState.SENT), count=True),
            Tab("tra-lai", "Trả lại để bổ sung", _in(ProposalState.RETURNED), count=True),
            Tab("xong", "Đã giải quyết", _in(ProposalState.DECIDED), count=True),
            Tab("da-rut", "Đã rút", _in(ProposalState.WITHDRAWN), count=True),
            Tab("tat-ca", "Tất cả", count=True),
        ),
        search=matching,
        search_hint="Tìm theo họ tên, không cần dấu…",
        order=("sent_on",),
        noun="đề nghị",
        empty=Empty(
            "Không có đề nghị nào ở đây.",
            "Người có tài khoản gửi đề nghị từ trang Hồ sơ của tôi; đề nghị mới sẽ hiện ở đây.",
            icon="mail",
        ),
    )


def round_state(row: UpdateRound) -> Badge:
    """Whether the round still takes answers."""
    return Badge("Đã đóng", "closed") if row.closed_on else Badge("Đang mở", "info")


ROUNDS = Register(
    name="personnel.update_rounds",
    columns=(
        Column("ten", "Đợt", "title", main=True, link=lambda row: reverse("personnel:update_round", args=[row.pk])),
        Column("trang-thai", "Trạng thái", round_state),
        Column("mo", "Ngày mở", lambda row: formats.day(row.opened_on), kind="date", sort=("opened_on",)),
        Column("han", "Hạn trả lời", lambda row: formats.day(row.due_on), kind="date", sort=("due_on",)),
        Column("muc", "Số mục", lambda row: len(row.groups), kind="number"),
    ),
    tabs=(
        Tab("mo", "Đang mở", lambda rows, on: rows.filter(closed_on=None), count=True),
        Tab("dong", "Đã đóng", lambda rows, on: rows.exclude(closed_on=None), count=True),
        Tab("tat-ca", "Tất cả"),
    ),
    order=("-pk",),
    noun="đợt",
    empty=Empty(
        "Chưa có đợt cập nhật hồ sơ nào.",
        "Mở một đợt để mọi người của đơn vị xem lại những mục được chọn.",
        icon="refresh",
    ),
)


def members(asked_of: UpdateRound) -> Register:
    """Ai đã trả lời, of the round."""
    whole = len(asked_of.groups)
    return Register(
        name="personnel.round_members",
        columns=(
            Column(
                "ten",
                "Họ và tên",
                "person.full_name",
                sort=("person__sort_key",),
                main=True,
                link=person_url,
                detail=lambda row: row.post.title,
            ),
            Column("don-vi", "Đơn vị", lambda row: row.unit_name or ""),
            Column("tra-loi", "Đã trả lời", lambda row: f"{row.answered}/{whole} mục"),
            Column("tinh-trang", "Tình trạng", lambda row: _answering(row, whole)),
        ),
        tabs=(
            Tab("chua", "Chưa xong", lambda rows, on: rows.filter(answered__lt=whole, reachable=True), count=True),
            Tab("xong", "Đã xong", lambda rows, on: rows.filter(answered__gte=whole), count=True),
            Tab("khong", "Chưa có tài khoản", lambda rows, on: rows.filter(reachable=False), count=True),
            Tab("tat-ca", "Tất cả", count=True),
        ),
        search=matching,
        search_hint="Tìm theo họ tên, không cần dấu…",
        order=("person__sort_key",),
        noun="người",
        empty=Empty("Không có ai ở đây.", "Hãy chọn thẻ khác.", icon="users"),
    )


def _answering(row: Any, whole: int) -> Badge:
    if row.answered >= whole:
        return Badge("Đã xong", "done")
    if not row.reachable:
        return Badge("Chưa có tài khoản", "closed")
    return Badge("Đang trả lời", "soon") if row.answered else Badge("Chưa trả lời", "late")


__all__ = ["ROUNDS", "members", "proposals", "round_state", "state", "waited"]
