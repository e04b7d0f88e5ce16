"""Forms of the rounds of review."""

from collections.abc import Sequence
from typing import Any

from django import forms

from congvu.web.forms import DayField


class OpenReviewForm(forms.Form):
    """Mở đợt rà soát: what is asked of which units, by when."""

    title = forms.CharField(label="Tên đợt", max_length=200)
    basis = forms.CharField(
        label="Văn bản yêu cầu",
        max_length=200,
        required=False,
        help_text="Số, ngày của kế hoạch hoặc công văn, nếu có.",
    )
    due_on = DayField(label="Hạn báo cáo", help_text="Các đơn vị báo cáo trước 17 giờ ngày này.")
    goal = forms.IntegerField(
        label="Mức cần đạt (%)", min_value=1, max_value=100, initial=95, help_text="Tỷ lệ điểm hồ sơ phải có."
    )
    units = forms.MultipleChoiceField(
        label="Đơn vị rà soát",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chưa chọn đơn vị nào; hãy chọn ít nhất một đơn vị."},
    )

    def __init__(self, *given: Any, units: Sequence[tuple[int, str]], **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["units"].choices = [(str(key), name) for key, name in units]  # type: ignore[attr-defined]


class ReportReviewForm(forms.Form):
    """Báo cáo đã rà soát."""

    unit = forms.ChoiceField(label="Đơn vị báo cáo")
    remark = forms.CharField(
        label="Ý kiến của đơn vị",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Vì sao còn hồ sơ chưa đủ, cần gì ở cấp trên.",
    )

    def __init__(self, *given: Any, units: Sequence[tuple[int, str]], **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["unit"].choices = [(str(key), name) for key, name in units]  # type: ignore[attr-defined]


class ExtendReviewForm(forms.Form):
    """Dời hạn đợt rà soát."""

    due_on = DayField(label="Hạn mới")
    reason = forms.CharField(label="Lý do", max_length=200)
