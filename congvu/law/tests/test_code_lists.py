import unicodedata
from datetime import date

import pytest

from congvu.law import Standing
from congvu.law.code_lists import (
    CAREER_STEPS,
    CIVIL_SERVANT_RANKS,
    ETHNIC_GROUPS,
    PUBLIC_EMPLOYEE_TITLES,
    RANK_TIERS,
    RANKS,
    STAFF_KINDS,
    SUBJECTS,
    TITLES,
    TRAINING_MODES,
    level_label,
    levels,
    recognise,
)


@pytest.mark.parametrize(
    ("subject", "written", "level"),
    [
        ("professional", "ĐH", 4),
        ("professional", "Đại học", 4),
        ("professional", "đại  học luật", 4),
        ("professional", "ĐẠI HỌC - Kế toán", 4),
        ("professional", "Cử nhân Kinh tế", 4),
        ("professional", "CN Luật", 4),
        ("professional", "CN kỹ thuật điện", 1),
        ("professional", "ThS", 5),
        ("professional", "Th.S QLNN", 5),
        ("professional", "Thạc sỹ", 5),
        ("professional", "BS.CKI", 5),
        ("professional", "Bác sĩ", 4),
        ("professional", "Bác sĩ chuyên khoa II", 6),
        ("professional", "PGS.TS", 6),
        ("professional", "CĐ", 3),
        ("professional", "Cao đẳng sư phạm Toán", 3),
        ("professional", "TC", 2),
        ("professional", "Trung cấp, Đại học Luật", 4),
        ("professional", "Dược sĩ trung học", 2),
        ("professional", "sơ cấp", 1),
        ("political_theory", "TC", 2),
        ("political_theory", "Trung cấp LLCT", 2),
        ("political_theory", "Trung cấp LLCT-HC", 2),
        ("political_theory", "CC", 3),
        ("political_theory", "Cao cấp", 3),
        ("political_theory", "Cao cấp lý luận chính trị", 3),
        ("political_theory", "CN", 4),
        ("political_theory", "SC", 1),
        ("political_theory", "Sơ cấp lí luận chính trị", 1),
        ("state_management", "CV", 2),
        ("state_management", "Bồi dưỡng QLNN ngạch chuyên viên chính", 3),
        ("state_management", "Chứng chỉ QLNN chương trình chuyên viên", 2),
        ("state_management", "Cán sự", 1),
        ("language", "Anh B", 2),
        ("language", "B Anh văn", 2),
        ("language", "Anh văn C", 3),
        ("language", "B1", 3),
        ("language", "Tiếng Anh B2", 4),
        ("language", "ĐH Anh văn", 6),
        ("language", "Tiếng Trung Quốc B", 2),
        ("language", "bậc 2", 2),
        ("informatics", "Tin học A", 1),
        ("informatics", "UDCNTT cơ bản", 1),
        ("informatics", "Ứng dụng CNTT nâng cao", 2),
        ("informatics", "B tin học", 2),
        ("informatics", "Kỹ sư CNTT", 4),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_level_is_recognised_as_real_files_write_it(subject, written, level, form):
    assert recognise(subject, unicodedata.normalize(form, written)) == level


@pytest.mark.parametrize(
    ("subject", "written"),
    [
        ("professional", ""),
        ("professional", "12/12"),
        ("professional", "đang học đại học"),
        ("professional", "Trung cấp (đang học đại học)"),
        ("professional", "chưa qua đào tạo"),
        ("professional", "sau đại học"),
        ("political_theory", "chưa có"),
        ("political_theory", "x"),
        ("state_management", "có chứng chỉ"),
        ("language", "Anh văn"),
        ("informatics", "Tin học"),
    ],
)
def test_a_doubtful_cell_is_asked_about_and_not_guessed(subject, written):
    assert recognise(subject, written) is None


def test_every_level_is_recognised_by_its_own_name():
    found = {
        (subject, level.value): recognise(subject, level.label) for subject in SUBJECTS for level in levels(subject)
    }

    assert found == {key: key[1] for key in found}


@pytest.mark.parametrize(
    ("subject", "value", "label"),
    [
        ("professional", 4, "đại học"),
        ("professional", 6, "tiến sĩ"),
        ("political_theory", 2, "trung cấp"),
        ("political_theory", 4, "cử nhân"),
        ("state_management", 2, "chương trình chuyên viên"),
    ],
)
def test_a_level_has_its_vietnamese_name(subject, value, label):
    assert level_label(subject, value) == label


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Kinh", "01"),
        ("dân tộc Khơ me", "05"),
        ("Khmer", "05"),
        ("HOA", "04"),
        ("H'Mông", "08"),
        ("Ê đê", "12"),
        ("Bru-Vân Kiều", "23"),
    ],
)
def test_an_ethnic_group_is_recognised(written, code):
    assert ETHNIC_GROUPS.recognise(written) == code


def test_there_are_54_ethnic_groups_and_nobody_has_checked_their_codes():
    assert [entry.code for entry in ETHNIC_GROUPS.entries] == [f"{number:02}" for number in range(1, 55)]
    assert ETHNIC_GROUPS.label_of("54") == "Rơ-măm"
    assert {entry.standing for entry in ETHNIC_GROUPS.entries} == {Standing.FROM_MEMORY}
    assert "ghi theo trí nhớ" in ETHNIC_GROUPS.cites.caveat


@pytest.mark.parametrize(
    ("written", "code"),
    [("Chính quy", "full_time"), ("Tại chức", "in_service"), ("VLVH", "in_service"), ("Hệ từ xa", "distance")],
)
def test_a_training_mode_is_recognised(written, code):
    assert TRAINING_MODES.recognise(written) == code


def test_a_kind_of_staff_is_recognised():
    assert STAFF_KINDS.recognise("Công chức") == "civil_servant"
    assert STAFF_KINDS.recognise("người hoạt động không chuyên trách") == "part_time_worker"
    assert STAFF_KINDS.recognise("hợp đồng 68") == "contract_worker"


def test_a_rank_has_its_code_and_its_pay_table():
    tables = {rank.code: rank.pay_table for rank in RANKS}

    assert tables["01.003"] == "A1"
    assert tables["01.001"] == "A3.1"
    assert CIVIL_SERVANT_RANKS.recognise("chuyên viên chính") == "01.002"
    assert CIVIL_SERVANT_RANKS.recognise("01.003") == "01.003"


def test_a_title_has_its_grade():
    grades = {title.code: title.grade for title in TITLES}

    assert grades["V.07.03.29"] == 3
    assert grades["V.08.08.23"] == 4
    assert PUBLIC_EMPLOYEE_TITLES.label_of("V.07.02.24") == "Giáo viên mầm non (hạng I)"


def test_the_tiers_of_the_law_of_2025_are_in_use_since_july_2025():
    assert RANK_TIERS.on(date(2025, 6, 30)) == ()
    assert len(RANK_TIERS.on(date(2025, 7, 1))) == 6
    assert [(step.pay_group, step.step) for step in CAREER_STEPS][:2] == [("B", 1), ("A0", 2)]


def test_a_code_that_is_not_in_the_list_is_an_error():
    with pytest.raises(KeyError):
        ETHNIC_GROUPS.label_of("99")
