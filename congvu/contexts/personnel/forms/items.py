"""One form for every group of the file, made from the catalogue: filed, changed from a day, corrected, ended."""

from collections.abc import Mapping
from typing import Any

from django import forms

from congvu.contexts.personnel.forms.papers import NOT_CHOSEN, Versioned
from congvu.law.personal_file import Field, Group, Kind, checked, words_of_day
from congvu.web.forms import DayField

_BEFORE = "value_"  # so that a group may have fields of any name
_PROOF = "Ví dụ: Quyết định số 15/QĐ-UBND ngày 02/03/2016; căn cước công dân do Bộ Công an cấp."
_DAY = "Biết đến đâu ghi đến đó: 20/05/1985, 05/1985 hoặc 1985."


class ItemForm(Versioned):
    """Nội dung của một mục: its fields in the order of the form, each checked by the catalogue."""

    def __init__(self, *args: Any, group: Group, held: Mapping[str, Any] | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.group = group
        for field in group.fields:
            self.fields[name_of(field)] = _input(field, _typed(field, (held or {}).get(field.name)))

    def clean(self) -> dict[str, Any]:
        """What is wrong is told beside its field, in the catalogue's words."""
        said = super().clean() or {}
        _, faults = checked(self.group, self.told)
        for name, sentence in faults.items():
            key = _BEFORE + name
            if not self.errors.get(key):
                self.add_error(key if key in self.fields else None, sentence)
        return said

    @property
    def told(self) -> dict[str, Any]:
        """The values as handed in, under the names of the catalogue."""
        return {field.name: self.cleaned_data.get(name_of(field)) for field in self.group.fields}


class FileItemForm(ItemForm):
    """Ghi mục: from which day, where the group itself does not tell."""

    def __init__(self, *args: Any, group: Group, **options: Any) -> None:
        super().__init__(*args, group=group, **options)
        if not group.begins:
            self.fields["since"] = DayField(
                label="Có từ ngày", required=False, help_text="Để trống nếu ghi nhận từ hôm nay."
            )
        self.fields["source"] = _source(required=False)


class ChangeItemForm(ItemForm):
    """Thay đổi mục: until that day the file says what it said."""

    def __init__(self, *args: Any, group: Group, held: Mapping[str, Any] | None = None, **options: Any) -> None:
        super().__init__(*args, group=group, held=held, **options)
        self.fields["since"] = DayField(
            label="Thay đổi từ ngày", help_text="Trước ngày này hồ sơ vẫn ghi như cũ; nội dung cũ được giữ lại."
        )
        self.fields["source"] = _source(required=False)


class CorrectItemForm(ItemForm):
    """Đính chính mục: it was wrong from the beginning, and a paper proves it."""

    def __init__(self, *args: Any, group: Group, held: Mapping[str, Any] | None = None, **options: Any) -> None:
        super().__init__(*args, group=group, held=held, **options)
        self.fields["source"] = _source(required=True)


class NoneForm(Versioned):
    """Ghi “không có”."""

    since = DayField(label="Ghi nhận từ ngày", required=False, help_text="Để trống nếu ghi nhận từ hôm nay.")


class EndItemForm(Versioned):
    """Kết thúc mục."""

    until = DayField(label="Không còn từ ngày", help_text="Ngày đầu tiên nội dung này không còn đúng.")


def name_of(field: Field) -> str:
    """What the form calls a field of the catalogue."""
    return _BEFORE + field.name


def names_of(group: Group) -> tuple[str, ...]:
    """The form's names of all fields of the group."""
    return tuple(name_of(field) for field in group.fields)


def _input(field: Field, typed: Any) -> forms.Field:
    missing = {"required": f"Chưa ghi “{field.label.lower()}”; đây là nội dung bắt buộc của mục này."}
    kept: dict[str, Any] = {"label": field.label, "required": field.required, "initial": typed}
    if field.kind is Kind.FLAG:
        return forms.BooleanField(label=field.label, required=False, initial=bool(typed))
    if field.codes is not None:
        choices = [NOT_CHOSEN, *((one.code, one.label[:1].upper() + one.label[1:]) for one in field.codes.entries)]
        return forms.ChoiceField(choices=choices, error_messages=missing, help_text=field.hint, **kept)
    return forms.CharField(
        max_length=max(field.longest, 40),
        widget=_widget(field.kind),
        error_messages=missing,
        help_text=field.hint or _hint(field),
        **kept,
    )


def _widget(kind: Kind) -> forms.Widget:
    if kind is Kind.NOTE:
        return forms.Textarea(attrs={"rows": 3})
    numeric = {Kind.NUMBER: "numeric", Kind.DECIMAL: "decimal"}.get(kind)
    return forms.TextInput(attrs={"inputmode": numeric} if numeric else {})


def _hint(field: Field) -> str:
    return _DAY if field.kind is Kind.DAY else f"Đơn vị tính: {field.unit}." if field.unit else ""


def _typed(field: Field, value: Any) -> Any:
    """A value as somebody would type it."""
    if value in (None, ""):
        return None
    if field.kind is Kind.DAY:
        return words_of_day(value)
    return str(value).replace(".", ",") if field.kind is Kind.DECIMAL else value


def _source(*, required: bool) -> forms.CharField:
    missing = {"required": "Chưa ghi giấy tờ chứng minh; đề nghị ghi tên, số và ngày của giấy tờ."}
    return forms.CharField(
        label="Giấy tờ chứng minh", max_length=200, required=required, help_text=_PROOF, error_messages=missing
    )


def kept(form: ItemForm) -> dict[str, Any]:
    """The values as they will be kept."""
    return checked(form.group, form.told)[0]
