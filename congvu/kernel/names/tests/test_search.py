import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvu.kernel.names import search_key


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Đặng  Thị Ánh", "dang thi anh"),
        ("ĂÂÊÔƠƯ", "aaeoou"),
        ("ằẳẵắặ ầẩẫấậ ềểễếệ ồổỗốộ ờởỡớợ ừửữứự", "aaaaa aaaaa eeeee ooooo ooooo uuuuu"),
        ("Hoà", "hoa"),
        ("Hòa", "hoa"),
        ("H'Hen Niê", "hhen nie"),
        ("Phòng Nội vụ (quận Bình Thuỷ)", "phong noi vu quan binh thuy"),
        ("", ""),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_search_knows_neither_marks_nor_case(written, key, form):
    assert search_key(unicodedata.normalize(form, written)) == key


@given(st.text(max_size=40))
def test_the_key_of_a_key_is_the_key(text):
    assert search_key(search_key(text)) == search_key(text)
