"""Handing in a list, and answering what it left open."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from congvu.contexts.organisations import api as organisations
from congvu.web.forms import DayField

_NONE = ""


class ImportForm(forms.Form):
    """Nộp danh sách: the file, for which unit, as of which day."""

    unit = forms.ChoiceField(
        label="Đơn vị của danh sách", help_text="Người trong danh sách thuộc đơn vị này hoặc cấp dưới."
    )
    file = forms.FileField(
        label="Tệp bảng tính",
        help_text="Bảng tính .xlsx, .ods hoặc .csv.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.xlsm,.xls,.ods,.csv"}),
        error_messages={
            "required": "Chưa chọn tệp; đề nghị chọn bảng tính cần nhập.",
            "empty": "Tệp trống, không có dữ liệu nào; đề nghị kiểm tra lại tệp rồi gửi lại.",
        },
    )
    day = DayField(label="Số liệu tính đến ngày", help_text="Ngày mà danh sách nói đến; thường là ngày lập danh sách.")

    def __init__(self, *args: Any, units: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["unit"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(units)
        field.valid_value = _is_a_unit  # type: ignore[method-assign]


def _is_a_unit(value: str) -> bool:
    """Any unit that exists: whether the officer may import for it is asked by the action, and refused with a reason."""
    return value.isdecimal() and len(value) < 19 and organisations.Unit.objects.filter(pk=int(value)).exists()


class AnswersForm(forms.Form):
    """Trả lời câu hỏi của danh sách: which unit each unclear name means, and whether missing posts are created."""

    create_posts = forms.BooleanField(label="Tạo các vị trí việc làm còn thiếu", required=False)

    def __init__(self, *args: Any, questions: Iterable[Mapping[str, Any]], posts: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.keys: dict[str, str] = {}
        for number, question in enumerate(questions, 1):
            name = f"question_{number}"
            self.keys[name] = question["key"]
            rows = ", ".join(str(row) for row in question["rows"][:12]) + (", …" if len(question["rows"]) > 12 else "")
            self.fields[name] = forms.ChoiceField(
                label=f"“{question['words']}” là đơn vị nào? (dòng {rows})",
                choices=[(_NONE, "Chưa trả lời; tôi sẽ sửa trong tệp"), *_options(question)],
                required=False,
            )
        if not posts:
            del self.fields["create_posts"]

    @property
    def units(self) -> dict[str, int]:
        """The answers: which words mean which unit."""
        return {key: int(self.cleaned_data[name]) for name, key in self.keys.items() if self.cleaned_data.get(name)}


def _options(question: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(str(option["unit"]), option["label"]) for option in question["options"]]
