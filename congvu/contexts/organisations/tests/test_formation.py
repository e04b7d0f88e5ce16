"""What the notes of the source say, taken apart."""

import pytest

from congvu.contexts.organisations.queries import formation, joining, sources
from congvu.contexts.organisations.states import Extent, UnitKind

_END = ". Bỏ cấp huyện. Số: 1668/NQ-UBTVQH15; Ngày: 16/06/2025"


def _told(note: str) -> list[tuple[str, str]]:
    return [(origin.name, origin.extent.value) for origin in formation.read(note + _END).origins]


@pytest.mark.parametrize(
    ("note", "origins"),
    [
        pytest.param(
            "Hợp nhất xã Nậm Ty, Tả Sử Choóng và Nậm Dịch",
            [("Nậm Ty", "whole"), ("Tả Sử Choóng", "whole"), ("Nậm Dịch", "whole")],
            id="one kind for several names",
        ),
        pytest.param(
            "Đổi tên từ phường An Thới thành phường Bình Thủy, hợp nhất phường An Thới, 1 phần phường Bùi Hữu Nghĩa",
            [("An Thới", "whole"), ("Bùi Hữu Nghĩa", "part")],
            id="wholly and in part",
        ),
        pytest.param(
            "Đổi loại hình, thành lập đặc khu Cô Tô trên cơ sở nhập thị trấn Cô Tô, xã Thanh Lân",
            [("Cô Tô", "whole"), ("Thanh Lân", "whole")],
            id="a special zone",
        ),
        pytest.param("Giữ nguyên, không sắp xếp", [], id="kept as it was"),
    ],
)
def test_a_note_names_what_was_taken_in_and_how_far(note, origins):
    assert _told(note) == origins


def test_a_note_names_its_resolution():
    assert formation.read("Hợp nhất xã A" + _END).basis == "Nghị quyết số 1668/NQ-UBTVQH15 ngày 16/06/2025"


def test_a_note_about_2026_does_not_lend_its_resolution_to_2025():
    note = "Hợp nhất xã Yên Giả. Bỏ cấp huyện. Thành lập phường Chi Lăng. Số: 388/NQ-UBTVQH16; Ngày: 04/08/2026"

    assert formation.read(note).basis == ""


def test_a_district_in_brackets_tells_namesakes_apart():
    origin = formation.read("Hợp nhất xã Tân Minh (huyện Thường Tín), xã Dũng Tiến" + _END).origins[0]

    assert (origin.name, origin.kind, origin.district) == ("Tân Minh", UnitKind.RURAL_COMMUNE, "huyện Thường Tín")


@pytest.mark.parametrize(
    ("code", "origins"),
    [
        pytest.param("31168", {"31168": "whole", "31177": "whole", "31178": "part"}, id="Bình Thủy"),
        pytest.param("31174", {"31174": "whole", "31169": "whole", "31171": "whole"}, id="Thới An Đông"),
        pytest.param("31360", {"31359": "whole", "31360": "whole", "31363": "whole"}, id="Thạnh Xuân"),
        pytest.param("20263", {"20263": "whole", "20266": "whole", "20269": "whole"}, id="Sơn Trà"),
    ],
)
def test_the_new_communes_of_the_seeds_are_formed_as_the_resolutions_say(code, origins):
    joined = joining.joined()

    assert {join.old.code: join.extent.value for join in joined.joins if join.new.code == code} == origins


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("31144", "31135", id="Xuân Khánh went to Ninh Kiều"),
        pytest.param("20272", "20275", id="An Hải Bắc went to An Hải"),
        pytest.param("31362", "31369", id="Cái Tắc went to Đông Phước"),
        pytest.param("31351", "31348", id="Trường Long A went to Trường Long Tây"),
    ],
)
def test_a_commune_of_the_seeds_went_wholly_to_one_place(old, new):
    joins = [join for join in joining.joined().joins if join.old.code == old]

    assert [(join.new.code, join.extent) for join in joins] == [(new, Extent.WHOLE)]


def test_a_commune_left_as_it_was_stays_the_same_unit():
    kept = {commune.unit.name for commune in joining.joined().communes if commune.kept}

    assert "Xã Mường Bám" in kept
    assert "Phường Bình Thủy" not in kept


def test_every_new_commune_comes_from_somewhere():
    joined = joining.joined()
    formed = {join.new.code for join in joined.joins} | {c.unit.code for c in joined.communes if c.kept}

    assert {commune.unit.code for commune in joined.communes} == formed


def test_eleven_provinces_took_nobody_in():
    alone = {olds[0].short_name for olds in joining.joined().provinces.values() if len(olds) == 1}

    assert alone == {
        *("Hà Nội", "Thừa Thiên Huế", "Cao Bằng", "Lai Châu", "Điện Biên", "Sơn La", "Lạng Sơn", "Quảng Ninh"),
        *("Thanh Hóa", "Nghệ An", "Hà Tĩnh"),
    }


def test_names_are_spelt_with_the_tone_mark_in_one_place():
    names = {unit.name for unit in sources.before_2025()}

    assert {"Quận Bình Thủy", "Xã Tân Hòa", "Xã Phú Quý"} <= names
    assert "Quận Bình Thuỷ" not in names
