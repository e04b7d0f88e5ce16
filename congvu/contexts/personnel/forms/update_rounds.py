"""Mở đợt cập nhật hồ sơ: which units, which groups, by when."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from congvu.law.personal_file import PROPOSABLE
from congvu.web.forms import DayField


class RoundForm(forms.Form):
    """Đợt cập nhật."""

    title = forms.CharField(
        label="Tên đợt",
        max_length=200,
        initial="Rà soát, cập nhật hồ sơ",
        error_messages={"required": "Chưa ghi tên đợt; đề nghị ghi để người nhận biết là đợt nào."},
    )
    due_on = DayField(
        label="Trả lời trước hết ngày",
        error_messages={"required": "Chưa ghi hạn trả lời; đề nghị ghi ngày cuối cùng nhận trả lời."},
    )
    units = forms.MultipleChoiceField(
        label="Đơn vị phải trả lời",
        widget=forms.CheckboxSelectMultiple,
        help_text="Gồm mọi người đang công tác tại đơn vị được chọn và cấp dưới.",
        error_messages={"required": "Chưa chọn đơn vị nào; đề nghị chọn ít nhất một đơn vị."},
    )
    groups = forms.MultipleChoiceField(
        label="Các mục phải xem lại",
        widget=forms.CheckboxSelectMultiple,
        choices=[(each.name, each.label) for each in PROPOSABLE],
        error_messages={"required": "Chưa chọn mục nào; đề nghị chọn ít nhất một mục hồ sơ."},
    )

    def __init__(self, *args: Any, units: Iterable[tuple[str, str]], today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today
        field = self.fields["units"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = list(units)

    def clean_due_on(self) -> date:
        """Not yet past."""
        day: date = self.cleaned_data["due_on"]
        if day < self.today:
            raise forms.ValidationError("Hạn trả lời đã qua; đề nghị chọn hôm nay hoặc một ngày sau.")
        return day
