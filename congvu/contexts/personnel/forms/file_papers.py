"""Handing a paper or the photograph into a file."""

from collections.abc import Iterable
from typing import Any

from django import forms

from congvu.contexts.personnel.forms.papers import NOT_CHOSEN, Versioned
from congvu.contexts.personnel.rules import LARGEST_PAPER, NotFit, paper_fits
from congvu.kernel.documents.media import media_type
from congvu.law.personal_file import PAPER_KINDS, PICTURE

_ACCEPT = ".pdf,.jpg,.jpeg,.png,.webp"


class PaperForm(Versioned):
    """Đưa giấy tờ vào hồ sơ."""

    kind = forms.ChoiceField(label="Loại giấy tờ", error_messages={"required": "Chưa chọn loại giấy tờ."})
    title = forms.CharField(
        label="Tên giấy tờ",
        max_length=200,
        help_text="Ví dụ: Bằng cử nhân Luật số 123456, Trường Đại học Cần Thơ.",
        error_messages={"required": "Chưa ghi tên giấy tờ; đề nghị ghi tên, số và nơi cấp."},
    )
    proves = forms.ChoiceField(label="Chứng minh cho", required=False)
    file = forms.FileField(
        label="Bản quét hoặc ảnh chụp",
        help_text="Tệp PDF, JPEG, PNG hoặc WebP, nặng không quá 10 MB.",
        widget=forms.ClearableFileInput(attrs={"accept": _ACCEPT}),
        error_messages={
            "required": "Chưa chọn tệp; đề nghị chọn bản quét hoặc ảnh chụp của giấy tờ.",
            "empty": "Tệp trống; đề nghị kiểm tra lại rồi chọn tệp khác.",
        },
    )

    def __init__(self, *args: Any, proofs: Iterable[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        kinds = [(one.code, _capital(one.label)) for one in PAPER_KINDS.entries if one.code != PICTURE]
        for name, choices in (("kind", kinds), ("proves", list(proofs))):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [NOT_CHOSEN, *choices]

    def clean_file(self) -> Any:
        """What the bytes are is asked of the bytes."""
        return _fitting(self.cleaned_data["file"], self.cleaned_data.get("kind") or "other")


class PictureForm(Versioned):
    """Ảnh chân dung."""

    file = forms.FileField(
        label="Ảnh chân dung",
        help_text="Ảnh 4 × 6 chụp không quá sáu tháng; tệp JPEG, PNG hoặc WebP, nặng không quá 10 MB.",
        widget=forms.ClearableFileInput(attrs={"accept": ".jpg,.jpeg,.png,.webp"}),
        error_messages={"required": "Chưa chọn tệp ảnh.", "empty": "Tệp trống; đề nghị chọn tệp khác."},
    )

    def clean_file(self) -> Any:
        """A picture, told from its bytes."""
        return _fitting(self.cleaned_data["file"], PICTURE)


def _fitting(sent: Any, kind: str) -> Any:
    beginning = sent.read(64)
    sent.seek(0)
    try:
        paper_fits(kind, media_type(beginning), size=min(sent.size, LARGEST_PAPER + 1))
    except NotFit as unfit:
        raise forms.ValidationError(list(unfit.faults.values())) from None
    return sent


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
