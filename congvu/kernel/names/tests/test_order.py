import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvu.kernel.names import normalise, same_name, sort_key

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
words = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẩỗớựỳ", min_size=1, max_size=4)
full_names = st.lists(words, min_size=1, max_size=5).map(" ".join)


def in_order(*names):
    return all(sort_key(one) < sort_key(other) for one, other in pairwise(names))


def test_the_letters_follow_the_vietnamese_alphabet():
    assert in_order(*LETTERS)
    assert in_order("Dung", "Đung", "Em")


def test_foreign_letters_stand_where_the_latin_alphabet_has_them():
    assert in_order("E", "Ê", "F", "G", "H", "I", "J", "K")
    assert in_order("V", "W", "X", "Y", "Z")


@pytest.mark.parametrize(
    "tones", ["a à ả ã á ạ", "ă ằ ẳ ẵ ắ ặ", "â ầ ẩ ẫ ấ ậ", "ê ề ể ễ ế ệ", "ô ồ ổ ỗ ố ộ", "ơ ờ ở ỡ ớ ợ", "ư ừ ử ữ ứ ự"]
)
def test_the_tones_go_level_huyen_hoi_nga_sac_nang(tones):
    names = [f"Trần V{letter}n" for letter in tones.split()]

    assert in_order(*names)


def test_letters_come_before_tones():
    assert in_order("Hạ", "Hai", "Hại", "Han")
    assert in_order("Lê Hạ Mi", "Lê Hai Mi")


def test_the_given_name_decides_first_then_the_family_name_then_the_middle_names():
    assert in_order("Vũ Thị An", "Bùi Văn Anh")
    assert in_order("Bùi Văn An", "Đỗ Anh An", "Vũ Thị An")
    assert in_order("Lê An", "Lê Thị An", "Lê Thị Bé An", "Lê Thu An")
    assert in_order("An", "Lê An")


def test_a_tone_in_the_given_name_outweighs_the_family_name():
    assert in_order("Vũ Thu Hà", "Bùi Thu Hạ")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    "name", ["Đặng Ngọc Ánh", "Lư Diệu Khanh", "Trần Thị Ước Mơ", "Hồ Ân", "Phạm Ếch Ổi", "Nguyễn Ằng", "Võ Hoài Phong"]
)
def test_composed_and_decomposed_letters_are_one_name(name, form):
    other = unicodedata.normalize(form, name)

    assert sort_key(other) == sort_key(name)
    assert same_name(other, name)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Lê Thị Hoà", "Lê Thị Hòa"), ("Đỗ Thuý", "Đỗ Thúy"), ("TRẦN VĂN  KHOẺ", "Trần Văn Khỏe"), ("Ngô Quý", "ngô quý")],
)
def test_the_place_of_the_tone_mark_case_and_spaces_do_not_make_another_name(one, other):
    assert same_name(one, other)
    assert sort_key(one) == sort_key(other)


@pytest.mark.parametrize(("one", "other"), [("Trần Hòa", "Trần Hoa"), ("Lê Dung", "Lê Đung"), ("Lê An", "An Lê")])
def test_marks_and_the_order_of_words_make_another_name(one, other):
    assert not same_name(one, other)


def test_names_of_the_highlands_are_ordered_too():
    assert in_order("Y Blốc", "K'Brơi", "H'Hen Niê")


def test_a_stored_name_is_composed_with_single_spaces_and_keeps_its_spelling():
    written = unicodedata.normalize("NFD", "  LÊ\u00a0Thị\t\u200bHoà ")

    assert normalise(written) == "LÊ Thị Hoà"


@given(st.lists(full_names, max_size=6))
def test_the_order_of_the_keys_is_the_order_of_their_bytes(names):
    keys = [sort_key(name) for name in names]

    assert sorted(keys) == sorted(keys, key=lambda key: key.encode())


@given(full_names, full_names)
def test_names_have_one_key_exactly_when_they_are_the_same_name(one, other):
    assert (sort_key(one) == sort_key(other)) == same_name(one, other)


@given(st.text(max_size=30))
def test_any_text_has_a_key_and_a_stored_form_that_stays(text):
    assert isinstance(sort_key(text), str)
    assert normalise(normalise(text)) == normalise(text)
