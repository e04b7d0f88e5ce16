"""Rounds of updating: who is asked about what, who has answered, and how a round ends."""

from datetime import date

import pytest
from django.test import Client

from congvu.contexts.personnel.actions import update_rounds as actions
from congvu.contexts.personnel.actions.proposals import Asked
from congvu.contexts.personnel.models import RoundAnswer, UpdateRound
from congvu.contexts.personnel.queries import update_rounds as queries
from congvu.contexts.personnel.tests import make, make_proposals
from congvu.contexts.personnel.tests.at_the_desk import seated, told, words
from congvu.contexts.personnel.tests.make_proposals import CONTACT, DAY
from congvu.kernel import scope
from congvu.kernel.access import NotPermitted
from congvu.kernel.agenda import queries as agenda
from congvu.kernel.workflow import Refused
from congvu.web.clock import today

GROUPS = ("contact", "residence")


@pytest.fixture
def at(db):
    with scope.within(scope.everything(["900000"])):
        yield make_proposals.school()


def _open(at, *, units=None, on=DAY, due_on=date(2016, 5, 1)):
    named = units or [at.at.district.pk]
    return actions.open_round(
        "Cập nhật hồ sơ 2016",
        unit_id=at.at.district.pk,
        units=named,
        groups=GROUPS,
        due_on=due_on,
        by=at.at.by,
        on=on,
    )


def _left(person, on=DAY):
    return [[group.name for group in one.left] for one in queries.waiting_for(person, on=on)]


def test_everybody_of_the_units_is_asked_and_nobody_else(at):
    inside, outside = at.teacher, make.person(at.at, "Lê Văn Tám", post=at.at.ward_clerk)

    _open(at, units=[at.teacher.identity.home_id])

    assert _left(inside) == [["contact", "residence"]]
    assert _left(inside, on=date(2016, 4, 10)) == [] and _left(outside) == []


def test_a_group_is_answered_by_a_word_or_by_a_proposal(at):
    asked = _open(at)
    with scope.within(at.own.sight):
        actions.confirm(asked, at.teacher, "residence", by=at.own, on=DAY)
        assert _left(at.teacher) == [["contact"]]
    make_proposals.sent(at, Asked("contact", "file", CONTACT))

    assert _left(at.teacher) == []
    assert dict(RoundAnswer.objects.values_list("group", "word")) == {"residence": "unchanged", "contact": "proposed"}


def test_nobody_answers_for_another_nor_about_what_was_not_asked(at):
    asked = _open(at)
    stranger = make_proposals.account(make.person(at.at, "Lê Văn Tám"), "tam", at.at.by)[1]

    with pytest.raises(NotPermitted):
        actions.confirm(asked, at.teacher, "contact", by=stranger, on=DAY)
    with scope.within(at.own.sight), pytest.raises(Refused):
        actions.confirm(asked, at.teacher, "health", by=at.own, on=DAY)


def test_the_office_sees_unit_by_unit_who_has_answered(at):
    make.person(at.at, "Lê Văn Tám", post=at.at.ward_clerk)
    asked = _open(at)
    with scope.within(at.own.sight):
        for group in GROUPS:
            actions.confirm(asked, at.teacher, group, by=at.own, on=DAY)

    found = {one.unit_name: (one.people, one.reachable, one.done) for one in queries.tallies(asked, on=DAY)}

    assert found == {"Trường Mầm non Hoa Sen": (1, 1, 1), "Phường Một": (1, 0, 0)}


def test_a_round_is_reminded_of_once_a_day_and_closed_once(at):
    asked = _open(at)
    assert [one.title for one in agenda.owed_by(at.at.by)] == ["Đóng đợt cập nhật hồ sơ “Cập nhật hồ sơ 2016”"]

    assert actions.remind(asked, by=at.at.by, on=DAY) == 1
    with pytest.raises(Refused):
        actions.remind(asked, by=at.at.by, on=DAY)
    actions.close_round(asked, by=at.at.by, on=DAY)

    assert _left(at.teacher) == [] and not agenda.owed_by(at.at.by).exists()
    with pytest.raises(Refused):
        actions.close_round(asked, by=at.at.by, on=DAY)


def test_a_round_opened_at_the_desk_is_answered_on_the_phone(at):
    desk, phone = seated("an", "Nguyễn Văn An", at.at.district), Client()
    phone.force_login(at.user)
    said = {"title": "Đợt tháng 5", "due_on": f"{today():%d/%m/%Y}", "units": [at.at.district.pk], "groups": GROUPS}
    assert "Đã mở đợt" in told(desk, desk.post("/dot-cap-nhat/mo/", said))
    asked = UpdateRound.objects.get()

    page = words(phone.get("/ho-so-cua-toi/"))
    phone.post(f"/ho-so-cua-toi/dot/{asked.pk}/contact/dung/")

    assert "Đợt tháng 5" in page and "đã xem lại 0/2 mục" in page
    assert "Còn 1 mục hồ sơ cần bạn xem lại" in words(phone.get("/"))
    followed = words(desk.get(f"/dot-cap-nhat/{asked.pk}/?the=tat-ca"))
    assert "Trần Thị Lan" in followed and "1/2 mục" in followed
    assert desk.get(f"/dot-cap-nhat/{asked.pk}/excel/").status_code == 200
    assert "Đã nhắc 1 người" in told(desk, desk.post(f"/dot-cap-nhat/{asked.pk}/nhac/"))


@pytest.mark.parametrize("changes", [{"groups": []}, {"units": []}, {"due_on": "01/01/2016"}, {"title": ""}])
def test_a_round_without_its_parts_is_sent_back_with_the_reason(at, changes):
    desk = seated("an", "Nguyễn Văn An", at.at.district)
    said = {"title": "Đợt", "due_on": f"{today():%d/%m/%Y}", "units": [at.at.district.pk], "groups": GROUPS}

    assert desk.post("/dot-cap-nhat/mo/", {**said, **changes}).status_code == 422
    assert not UpdateRound.objects.exists()


def test_an_officer_elsewhere_sees_no_round_of_ours(at):
    asked = _open(at)
    elsewhere = seated("binh", "Trần Thị Bình", make.place_beside(at.at))

    assert elsewhere.get(f"/dot-cap-nhat/{asked.pk}/").status_code == 404
    assert "Cập nhật hồ sơ 2016" not in words(elsewhere.get("/dot-cap-nhat/"))
