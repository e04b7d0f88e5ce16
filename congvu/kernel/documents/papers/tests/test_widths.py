"""Widths: words are never broken while there is room."""

from congvu.kernel.documents.papers import Column, Table, widths


def test_a_column_is_never_narrower_than_its_longest_word():
    table = Table((Column("Ngày sinh", width=0.1), Column("Họ và tên", width=5)), rows=(("01/02/1980", "Đỗ Ước"),))

    day, name = widths.columns(table, room=165)

    assert day >= widths.wide("01/02/1980", 12)
    assert round(day + name, 6) == 165


def test_columns_with_room_share_it_as_asked():
    table = Table((Column("A", width=1), Column("B", width=2)), rows=())

    assert [round(part) for part in widths.columns(table, room=165)] == [55, 110]


def test_columns_without_room_share_what_there_is():
    table = Table(tuple(Column("Nghiêng" * 4) for _ in range(10)), rows=())

    assert round(sum(widths.columns(table, room=165))) == 165


def test_a_long_name_is_broken_into_even_lines():
    assert widths.evenly("ỦY BAN NHÂN DÂN QUẬN BÌNH THỦY", 12, room=70) == "ỦY BAN NHÂN DÂN\nQUẬN BÌNH THỦY"
    assert widths.evenly("PHÒNG NỘI VỤ", 12, room=70) == "PHÒNG NỘI VỤ"
    assert widths.evenly("BAN\nTỔ CHỨC", 12, room=10) == "BAN\nTỔ CHỨC"
