"""What a person writes about one group of his own file: the fields of the catalogue, the day, the reason, the scans."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms.utils import ErrorDict

from congvu.contexts.personnel.forms.papers import NOT_CHOSEN
from congvu.contexts.personnel.rules import needs_day
from congvu.contexts.personnel.states import ProposedAct
from congvu.kernel.documents import scans
from congvu.law.personal_file import Faults, Field, Group, Kind, is_partial_day, words_of_day

_DAY = {"inputmode": "numeric", "placeholder": "ngày/tháng/năm"}
_DAY_HINT = "Ghi đủ ngày, tháng, năm như 10/04/2016; nếu không nhớ, ghi 04/2016 hoặc 2016."
_SINCE = {
    ProposedAct.CHANGE: ("Thay đổi từ ngày", "Trước ngày này hồ sơ vẫn đọc như cũ."),
    ProposedAct.END: ("Không còn từ ngày", "Ngày đầu tiên không còn đúng nữa."),
    ProposedAct.FILE: ("Đúng từ ngày", "Để trống thì tính từ ngày được duyệt."),
    ProposedAct.NONE: ("Không có từ ngày", "Để trống thì tính từ ngày được duyệt."),
}


class Scans(forms.FileInput):
    """Chọn tệp: one or several."""

    allow_multiple_selected = True


class ProposedForm(forms.Form):
    """Một nội dung đề nghị; what is wrong is told by the rules of the group, and nothing typed is lost for it."""

    use_required_attribute = False

    def __init__(self, *args: Any, kind: Group, act: str, faults: Faults | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.kind, self.act, self.faults = kind, act, faults or {}
        self.told_fields = () if act in (ProposedAct.END, ProposedAct.NONE) else kind.fields
        for each in self.told_fields:
            self.fields[each.name] = _field(each)
        if needs_day(act, kind):
            label, hint = _SINCE[ProposedAct(act)]
            needed = act in (ProposedAct.END, ProposedAct.CHANGE)
            self.fields["since"] = forms.CharField(
                label=label, help_text=hint, required=needed, widget=forms.TextInput(attrs=_DAY)
            )
        self.fields["photos"] = forms.FileField(
            label="Chụp ảnh giấy tờ",
            required=kind.proof and act != ProposedAct.NONE,
            widget=Scans(attrs={"accept": "image/*", "capture": "environment"}),
            help_text="Trên điện thoại, nút này mở máy ảnh. Chụp rõ bốn góc, đủ sáng.",
        )
        self.fields["scans"] = forms.FileField(
            label="Hoặc chọn ảnh, tệp PDF có sẵn",
            required=False,
            widget=Scans(attrs={"accept": scans.ACCEPTED, "multiple": True}),
            help_text=f"Ảnh JPEG, PNG, WebP hoặc PDF, mỗi tệp không quá {scans.LARGEST // 2**20} MB.",
        )
        self.fields["reason"] = forms.CharField(
            label="Lời nhắn cho người giải quyết",
            required=False,
            max_length=500,
            widget=forms.Textarea(attrs={"rows": 2, "maxlength": 500}),
        )

    def full_clean(self) -> None:
        """The rules of the group have spoken already; here their sentences find their fields."""
        self._errors = ErrorDict()
        self.cleaned_data = {}
        if self.is_bound:
            for name, sentence in self.faults.items():
                place = name if name in self.fields else NON_FIELD_ERRORS
                self._errors[place] = self.error_class([sentence])

    @property
    def told(self) -> dict[str, Any]:
        """What was typed into the fields of the group."""
        return {each.name: self.data.get(each.name, "") for each in self.told_fields}


def typed(kind: Group, values: Mapping[str, Any]) -> dict[str, Any]:
    """Giá trị đã ghi as the fields show them."""
    return {each.name: _typed(each, values[each.name]) for each in kind.fields if values.get(each.name)}


def day_as_kept(told: str) -> str:
    """A day as it is kept, 2016-04-10; what is no day stays as it was typed."""
    parts = [part.strip().zfill(2) for part in told.replace(".", "/").split("/")]
    kept = "-".join(reversed(parts)) if len(parts) > 1 else told.strip()
    return kept if is_partial_day(kept) else told.strip()


def _typed(field: Field, value: Any) -> Any:
    if field.kind is Kind.DAY and is_partial_day(str(value)):
        return words_of_day(str(value))
    return str(value).replace(".", ",") if field.kind is Kind.DECIMAL else value


def _field(field: Field) -> forms.Field:
    named: dict[str, Any] = {"label": field.label, "required": field.required, "help_text": field.hint}
    if field.kind is Kind.CHOICE and field.codes is not None:
        choices = [(one.code, one.label[:1].upper() + one.label[1:]) for one in field.codes.entries]
        return forms.ChoiceField(choices=[NOT_CHOSEN, *choices], **named)
    if field.kind is Kind.FLAG:
        return forms.BooleanField(**named)
    if field.kind is Kind.DAY:
        named["help_text"] = field.hint or _DAY_HINT
        return forms.CharField(widget=forms.TextInput(attrs=_DAY), **named)
    if field.kind is Kind.NOTE:
        return forms.CharField(widget=forms.Textarea(attrs={"rows": 4, "maxlength": field.longest}), **named)
    numeric = {Kind.NUMBER: "numeric", Kind.DECIMAL: "decimal"}.get(field.kind)
    attrs = {"inputmode": numeric} if numeric else {"maxlength": str(field.longest)}
    if field.unit:
        named["label"] = f"{field.label} ({field.unit})"
    return forms.CharField(widget=forms.TextInput(attrs=attrs), **named)
