"""Parts that the forms of one person's file share: the paper behind a change, days known in part, the version seen."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

from django import forms

from congvu.contexts.personnel.actions import Ground
from congvu.kernel.documents.models import Decision
from congvu.kernel.sheets import PartialDate, Precision
from congvu.kernel.sheets.dates import date_of_text
from congvu.kernel.sheets.values import Unfit
from congvu.web.forms import DayField

NOT_CHOSEN = ("", "— chọn —")
_EARLIEST, _LATEST = 1900, 2099
_AS_KNOWN = "Biết đến đâu ghi đến đó: 20/05/1985, 05/1985 hoặc 1985."
PAPER = ("number", "signed_on", "issuer", "paper_kind")


def kinds(named: Iterable[str]) -> list[tuple[str, str]]:
    """The kinds of decision that a form offers."""
    return [(name, str(Decision.Kind(name).label)) for name in named]


def age_on(day: date, *, born: date) -> int:
    """Tuổi tròn vào một ngày."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


class PartialDayField(forms.CharField):
    """Ô ngày biết đến đâu ghi đến đó; with `last` the last day that it may be."""

    def __init__(self, *, last: bool = False, **options: Any) -> None:
        options.setdefault("help_text", _AS_KNOWN)
        options.setdefault("max_length", 40)
        super().__init__(**options)
        self.last = last

    def clean(self, value: Any) -> Any:
        """The day with its precision, or nothing."""
        words = super().clean(value)
        if not words:
            return None
        try:
            found = date_of_text(words)
        except Unfit as unfit:
            raise forms.ValidationError(str(unfit)) from None
        if not _EARLIEST <= found.date.year <= _LATEST:
            raise forms.ValidationError(f"Năm {found.date.year} không hợp lý; đề nghị kiểm tra lại năm.")
        return PartialDate(_last_of(found), found.precision) if self.last else found


def _last_of(found: PartialDate) -> date:
    year, month = found.date.year, found.date.month
    if found.precision is Precision.YEAR:
        return date(year, 12, 31)
    return date(year, month, monthrange(year, month)[1]) if found.precision is Precision.MONTH else found.date


class Versioned(forms.Form):
    """The last change of the file when the form was opened, and the sentences that the officer has seen."""

    version = forms.CharField(widget=forms.HiddenInput, required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)


class OnPaper(forms.Form):
    """The decision that a change stands on."""

    kinds_of_paper: ClassVar[list[tuple[str, str]]] = []
    paper_required: ClassVar[bool] = True

    number = forms.CharField(
        label="Số, ký hiệu quyết định",
        max_length=60,
        help_text="Ví dụ: 12/QĐ-UBND",
        error_messages={"required": "Chưa ghi số quyết định; đề nghị ghi số, ký hiệu như trên văn bản."},
    )
    signed_on = DayField(
        label="Ngày ký", error_messages={"required": "Chưa ghi ngày ký; đề nghị ghi như trên văn bản."}
    )
    issuer = forms.CharField(label="Cơ quan ban hành", max_length=200, required=False)
    paper_kind = forms.ChoiceField(label="Loại quyết định")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["paper_kind"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(self.kinds_of_paper)
        for name in ("number", "signed_on", "paper_kind"):
            self.fields[name].required = self.paper_required

    def clean(self) -> dict[str, Any]:
        """A decision has both a number and a day, or is not named at all."""
        said = super().clean() or {}
        number, signed_on = said.get("number"), said.get("signed_on")
        if number and "signed_on" in said and not signed_on:
            self.add_error("signed_on", "Quyết định có số mà chưa có ngày ký; đề nghị ghi ngày ký.")
        if signed_on and "number" in said and not number:
            self.add_error("number", "Quyết định có ngày ký mà chưa có số; đề nghị ghi số, ký hiệu.")
        return said

    def ground(self, *, effective_on: date | None = None) -> Ground | None:
        """The decision as handed in, if one was named."""
        said = self.cleaned_data
        if not said["number"]:
            return None
        kind = said["paper_kind"] or Decision.Kind.OTHER
        return Ground(said["number"], said["signed_on"], said["issuer"], kind, effective_on=effective_on)
