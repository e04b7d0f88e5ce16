import pytest
from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from congvu.web.words import worded


@pytest.mark.parametrize(
    ("written", "said"),
    [
        pytest.param("Họ và tên", "Full name", id="a label"),
        pytest.param("7 người", "7 people", id="a figure inside"),
        pytest.param("1.234 trên 2.000 người", "1.234 of 2.000 people", id="two figures inside"),
        pytest.param(
            "Đơn vị mới trực thuộc Quận Mẫu.", "The new unit stands directly under Quận Mẫu.", id="a name inside"
        ),
        pytest.param(
            "Yêu cầu đại học trở lên; hồ sơ ghi trung cấp.",
            "Requires university or above; the file says intermediate.",
            id="words inside",
        ),
    ],
)
def test_words_are_said_in_the_language_of_the_reader(written, said):
    with translation.override("en"):
        assert worded(written) == said
    with translation.override("vi"):
        assert worded(written) == written


@pytest.mark.parametrize(
    "name", ["Phòng Nội vụ", "Nguyễn Văn An", "Chuyên viên", "QĐ 12/QĐ-UBND", "Kế hoạch theo mẫu", ""]
)
def test_data_stays_as_it_was_written(name):
    with translation.override("en"):
        assert worded(name) == name


def test_what_is_not_safe_stays_unsafe_whatever_was_asked_before():
    with translation.override("en"):
        assert isinstance(worded(mark_safe("<b>An</b>")), SafeString)

        assert format_html("{}", worded("<b>An</b>")) == "&lt;b&gt;An&lt;/b&gt;"
        assert format_html("{}", worded("Tài khoản <i> của <b>.")) == "Account &lt;i&gt; of &lt;b&gt;."
