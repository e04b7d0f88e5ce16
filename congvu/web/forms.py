"""Biểu mẫu: how the fields of a form are dressed, grouped and told what is wrong with them."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

from congvu.web import as_of, words
from congvu.web.parts import FieldGroup, FormPage


class DayField(forms.Field):
    """Ô ngày: takes 10/04/2016 or 2016-04-10, and says clearly what it cannot read."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.TextInput(attrs={"inputmode": "numeric", "placeholder": "ngày/tháng/năm"}))
        super().__init__(**options)

    def to_python(self, value: Any) -> Any:
        """The day that was typed."""
        if value in self.empty_values or not isinstance(value, str):
            return value or None
        try:
            return as_of.day_from(value)
        except as_of.BadDay as bad:
            raise forms.ValidationError(str(bad)) from None

    def prepare_value(self, value: Any) -> Any:
        """A day as offices write it."""
        return f"{value:%d/%m/%Y}" if hasattr(value, "strftime") else value


_CLASSES: tuple[tuple[type[forms.Widget], str, str], ...] = (
    (forms.CheckboxSelectMultiple, "choices", "form-check-input"),
    (forms.RadioSelect, "choices", "form-check-input"),
    (forms.CheckboxInput, "check", "form-check-input"),
    (forms.Select, "select", "form-select"),
    (forms.FileInput, "file", "form-control"),
    (forms.Textarea, "text", "form-control"),
    (forms.Widget, "text", "form-control"),
)


def kind_of(bound: BoundField) -> str:
    """choices, check, select, file or text."""
    return next(kind for widget, kind, _css in _CLASSES if isinstance(bound.field.widget, widget))


def input_of(bound: BoundField) -> SafeString:
    """The input with its classes, marked when something is wrong."""
    if isinstance(bound.field.widget, forms.Select | forms.RadioSelect | forms.CheckboxSelectMultiple):
        bound.field.widget.choices = _worded(bound.field.widget.choices)
    css = next(css for widget, _kind, css in _CLASSES if isinstance(bound.field.widget, widget))
    attrs: dict[str, str | bool] = {"class": f"{css} is-invalid" if bound.errors else css}
    described = [f"{bound.id_for_label}_hint"] if bound.help_text else []
    if bound.errors:
        described.append(f"{bound.id_for_label}_error")
    if hint := bound.field.widget.attrs.get("placeholder"):
        attrs["placeholder"] = words.worded(hint)
    if described:
        attrs["aria-describedby"] = " ".join(described)
    return bound.as_widget(attrs=attrs)


def _worded(choices: Iterable[Any]) -> list[tuple[Any, Any]]:
    return [
        (words.worded(value), _worded(label)) if isinstance(label, list | tuple) else (value, words.worded(label))
        for value, label in choices
    ]


def grouped(form: forms.BaseForm, page: FormPage) -> list[tuple[FieldGroup, list[BoundField]]]:
    """The visible fields in the order of the paper form; those that no group names stand in a last one."""
    groups: Sequence[FieldGroup] = page.groups
    named = {name for group in groups for name in group.fields}
    rest = tuple(field.name for field in form.visible_fields() if field.name not in named)
    listed = [*groups, FieldGroup("", rest)] if rest else list(groups)
    return [(group, [form[name] for name in group.fields if name in form.fields]) for group in listed]


def errors(form: forms.BaseForm) -> list[tuple[str, str, str]]:
    """What is wrong: id of the field, its label, the sentence."""
    if not form.is_bound:
        return []
    found = [("", "", str(error)) for error in form.non_field_errors()]
    for field in form:
        found += [(field.id_for_label, str(field.label), str(error)) for error in field.errors]
    return found
