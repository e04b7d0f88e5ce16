from datetime import date

import pytest

from congvu.law import Standing
from congvu.law.standards import KINDS_OF_POST, AgainstStandard, Standard, default_standards, local_basis, meets
from congvu.law.texts import RANK_STANDARDS_2014

UNIVERSITY = Standard("professional", 4, RANK_STANDARDS_2014.as_a_whole(standing=Standing.FROM_MEMORY))


def asked(kind, on):
    return {standard.subject: standard.minimum_level for standard in default_standards(kind, on)}


@pytest.mark.parametrize(
    ("held", "met", "says"),
    [
        (3, False, "Trình độ chuyên môn: vị trí yêu cầu đại học trở lên; hồ sơ ghi cao đẳng."),
        (4, True, "Trình độ chuyên môn: vị trí yêu cầu đại học trở lên; hồ sơ ghi đại học, đạt tiêu chuẩn."),
        (5, True, "Trình độ chuyên môn: vị trí yêu cầu đại học trở lên; hồ sơ ghi thạc sĩ, đạt tiêu chuẩn."),
        (None, False, "Trình độ chuyên môn: vị trí yêu cầu đại học trở lên; hồ sơ chưa ghi trình độ nào."),
    ],
)
def test_a_record_below_the_standard_is_told_what_is_missing(held, met, says):
    finding = meets(AgainstStandard(UNIVERSITY, held))

    assert (finding.value, finding.because) == (met, says)
    assert finding.cites == UNIVERSITY.cites


def test_a_specialist_of_a_district_needs_a_degree_and_the_course_of_his_rank():
    assert asked("district_specialist", date(2014, 11, 30)) == {"professional": 4, "state_management": 2}
    assert asked("district_specialist", date(2016, 4, 10)) == {
        "professional": 4,
        "state_management": 2,
        "language": 2,
        "informatics": 1,
    }


@pytest.mark.parametrize(
    ("on", "level"),
    [
        (date(2012, 12, 14), 2),
        (date(2012, 12, 15), 2),
        (date(2023, 7, 31), 2),
        (date(2023, 8, 1), 4),
        (date(2026, 1, 1), 4),
    ],
)
def test_a_civil_servant_of_a_ward_needs_a_degree_since_august_2023(on, level):
    assert asked("ward_civil_servant", on)["professional"] == level


def test_key_officials_of_a_ward_need_intermediate_political_theory():
    assert asked("ward_leader", date(2016, 4, 10)) == {"professional": 2, "political_theory": 2}
    assert asked("ward_official", date(2016, 4, 10)) == {"political_theory": 1}


def test_district_posts_ended_with_june_2025():
    assert asked("district_leader", date(2025, 6, 30))["political_theory"] == 2
    assert default_standards("district_leader", date(2025, 7, 1)) == ()


def test_a_contract_worker_has_no_default_standard():
    assert default_standards("worker", date(2016, 4, 10)) == ()


def test_an_unknown_kind_of_post_is_an_error():
    with pytest.raises(KeyError):
        default_standards("minister", date(2016, 4, 10))


def test_a_post_has_one_standard_for_each_subject_on_any_day():
    days = [date(year, month, 1) for year in range(1990, 2028) for month in (1, 7, 8, 12)]

    for kind in KINDS_OF_POST:
        for day in days:
            subjects = [standard.subject for standard in default_standards(kind, day)]
            assert len(subjects) == len(set(subjects))


def test_a_default_standard_says_that_nobody_has_checked_it():
    for kind in KINDS_OF_POST:
        for standard in default_standards(kind, date(2016, 4, 10)):
            assert standard.cites.caveat == "ghi theo trí nhớ, chưa đối chiếu; chưa tìm được điều khoản"


def test_a_standard_that_an_office_set_itself_keeps_its_words():
    basis = local_basis("Đề án vị trí việc làm của quận", standing=Standing.VERIFIED)

    assert str(basis) == "Đề án vị trí việc làm của quận"
