import pytest

from congvu.kernel.names import nearest

UNITS = [
    "Phòng Nội vụ",
    "Phòng Nông nghiệp",
    "Phòng Tư pháp",
    "Phòng Giáo dục và Đào tạo",
    "Ủy ban nhân dân phường Bình Thủy",
    "Ủy ban nhân dân phường An Thới",
    "Ủy ban nhân dân phường Trà Nóc",
    "Ủy ban nhân dân phường Trà An",
    "Văn phòng HĐND và UBND",
    "Trường Tiểu học Bình Thủy",
    "Trường THCS Bình Thủy",
]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("P. Nội vụ", "Phòng Nội vụ"),
        ("phong noi vu", "Phòng Nội vụ"),
        ("Phòng Nội Vụ ", "Phòng Nội vụ"),
        ("UBND P. Bình Thuỷ", "Ủy ban nhân dân phường Bình Thủy"),
        ("UBND phường Trà Nóc", "Ủy ban nhân dân phường Trà Nóc"),
        ("Phòng GD&ĐT", "Phòng Giáo dục và Đào tạo"),
        ("VP HĐND - UBND", "Văn phòng HĐND và UBND"),
        ("Trường trung học cơ sở Bình Thủy", "Trường THCS Bình Thủy"),
    ],
)
def test_a_unit_is_found_as_files_write_it(written, meant):
    best, distance = nearest(written, UNITS)[0]

    assert best == meant
    assert distance < 0.35


def test_the_same_words_have_no_distance():
    assert nearest("UBND phường An Thới", UNITS)[0] == ("Ủy ban nhân dân phường An Thới", 0.0)


def test_two_near_units_are_both_offered():
    offered = [name for name, _ in nearest("UBND phường Trà", UNITS)]

    assert {"Ủy ban nhân dân phường Trà Nóc", "Ủy ban nhân dân phường Trà An"} <= set(offered[:3])


def test_nothing_is_offered_for_words_that_no_unit_shares():
    assert nearest("Kho bạc Nhà nước", UNITS) == []
