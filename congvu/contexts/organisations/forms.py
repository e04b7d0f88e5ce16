"""What officers hand in about units and posts."""

from datetime import date
from typing import Any

from django import forms

from congvu.contexts.organisations.api import Standard
from congvu.contexts.organisations.rules import asked_by_law, level_name
from congvu.contexts.organisations.states import (
    TERRITORIAL,
    Block,
    Extent,
    KindOfPost,
    Level,
    PostCategory,
    Subject,
)
from congvu.kernel.documents.decisions import Ground
from congvu.kernel.documents.models import Decision
from congvu.law.code_lists import levels
from congvu.web.forms import DayField

_NOT_CHOSEN = ("", "— không chọn —")


class _OnPaper(forms.Form):
    """The decision that the change stands on, and the day from which it holds."""

    number = forms.CharField(label="Số, ký hiệu quyết định", max_length=60, help_text="Ví dụ: 12/QĐ-UBND")
    signed_on = DayField(label="Ngày ký")
    issuer = forms.CharField(label="Cơ quan ban hành", max_length=200)
    on = DayField(label="Có hiệu lực từ ngày")

    def clean(self) -> dict[str, Any]:
        """A decision takes effect on the day it is signed or later."""
        known = super().clean() or {}
        signed_on, on = known.get("signed_on"), known.get("on")
        if signed_on and on and on < signed_on:
            self.add_error("on", "Ngày có hiệu lực không được trước ngày ký quyết định; đề nghị kiểm tra lại hai ngày.")
        return known

    @property
    def ground(self) -> Ground:
        """The decision as handed in."""
        known = self.cleaned_data
        return Ground(
            known["number"], known["signed_on"], known["issuer"], Decision.Kind.ORGANISE, effective_on=known["on"]
        )

    @property
    def day(self) -> date:
        """The first day on which the change holds."""
        day: date = self.cleaned_data["on"]
        return day


DECISION = ("number", "signed_on", "issuer", "on")


class FoundForm(_OnPaper):
    """Thành lập đơn vị."""

    name = forms.CharField(label="Tên đầy đủ", max_length=200)
    short_name = forms.CharField(label="Tên ngắn", max_length=120, required=False)
    level = forms.ChoiceField(
        label="Cấp, loại", choices=[choice for choice in Level.choices if choice[0] not in TERRITORIAL]
    )
    block = forms.ChoiceField(label="Khối", choices=[_NOT_CHOSEN, *Block.choices], required=False)
    code = forms.CharField(label="Mã đơn vị", max_length=30, required=False)


class RenameForm(_OnPaper):
    """Đổi tên đơn vị."""

    name = forms.CharField(label="Tên mới", max_length=200)
    short_name = forms.CharField(label="Tên ngắn mới", max_length=120, required=False)


class _NamesUnit(forms.Form):
    """Names another unit by its code, short name or number in the system."""

    target = forms.CharField(
        label="Đơn vị", max_length=80, help_text="Ghi mã, tên rút gọn hoặc số trong địa chỉ trang."
    )


class MoveForm(_OnPaper, _NamesUnit):
    """Chuyển đơn vị sang cấp trên khác."""

    field_order = ("target", *DECISION)


class DissolveForm(_OnPaper, _NamesUnit):
    """Giải thể đơn vị."""

    field_order = ("target", "extent", *DECISION)
    extent = forms.ChoiceField(label="Phần được kế thừa", choices=Extent.choices, initial=Extent.WHOLE)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["target"].required = False
        self.fields["target"].label = "Đơn vị kế thừa (nếu có)"


def _levels(subject: Subject) -> list[tuple[int, str]]:
    return [(level, level_name(subject, level)) for level in range(len(levels(subject)) + 1)]


class PostForm(_OnPaper):
    """Lập vị trí việc làm."""

    title = forms.CharField(label="Tên vị trí việc làm", max_length=200)
    category = forms.ChoiceField(label="Nhóm vị trí", choices=PostCategory.choices)
    kind_of_post = forms.ChoiceField(label="Loại vị trí", choices=KindOfPost.choices)
    seats = forms.IntegerField(label="Số người", min_value=1, max_value=999, initial=1)

    @property
    def standards(self) -> tuple[Standard, ...]:
        """What was chosen for each subject; what was left to the law is taken from the law of the first day."""
        known, by_law = self.cleaned_data, asked_by_law(self.cleaned_data["kind_of_post"], on=self.day)
        chosen = {name: known[name] for name in Subject.values if known[name] is not None}
        own = [Standard(name, level, known["basis"]) for name, level in chosen.items() if level]
        left = [asked for subject, asked in by_law.items() if subject not in chosen]
        return (
            *own,
            *(Standard(a.subject, a.minimum_level, str(a.cites), a.cites.standing.label) for a in left),
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for subject in Subject:
            self.fields[subject.value] = forms.TypedChoiceField(
                label=subject.label,
                choices=[("", "theo quy định của loại vị trí"), *_levels(subject)],
                coerce=int,
                empty_value=None,
                required=False,
            )
        self.fields["basis"] = forms.CharField(label="Căn cứ của tiêu chuẩn", max_length=300, required=False)


class StandardForm(forms.Form):
    """Đặt tiêu chuẩn trình độ của vị trí."""

    standard = forms.ChoiceField(
        label="Trình độ tối thiểu",
        choices=[
            (subject.label, [(f"{subject.value}:{level}", name) for level, name in _levels(subject)])
            for subject in Subject
        ],
    )
    basis = forms.CharField(label="Căn cứ", max_length=300, help_text="Văn bản quy định tiêu chuẩn này.")
    on = DayField(label="Có hiệu lực từ ngày")

    @property
    def chosen(self) -> tuple[str, int]:
        """Subject and level."""
        subject, _, level = self.cleaned_data["standard"].partition(":")
        return subject, int(level)


class AbolishForm(_OnPaper):
    """Bãi bỏ vị trí việc làm."""
