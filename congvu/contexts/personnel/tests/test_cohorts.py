"""Nguồn cán bộ: every condition on, before and after its limit; the same question on other days."""

from datetime import date

import pytest

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel import actions
from congvu.contexts.personnel.actions import PartySpell, PostSpell, RankSpell, ServiceSpell, StudySpell
from congvu.contexts.personnel.queries import cohorts
from congvu.contexts.personnel.tests import make
from congvu.kernel import scope

pytestmark = pytest.mark.django_db
DAY = make.DAY  # 10 April 2016


@pytest.fixture
def place():
    with scope.within(["900000"]):
        yield make.place()


def _count(place, on=DAY, unit=None, **given):
    """How many meet the conditions, written as in an address, with _ for -."""
    asked = {name.replace("_", "-"): value if isinstance(value, list) else [value] for name, value in given.items()}
    return cohorts.counted([cohorts.Question(unit or place.district, cohorts.chosen(asked), on)])[0]


@pytest.mark.parametrize(
    ("known", "given", "met"),
    [
        pytest.param({"born_on": date(1976, 4, 11)}, {"tuoi_duoi": "40"}, True, id="the day before the birthday"),
        pytest.param({"born_on": date(1976, 4, 10)}, {"tuoi_duoi": "40"}, False, id="forty today is not under forty"),
        pytest.param({"born_on": date(1976, 4, 10)}, {"tuoi_tu": "40"}, True, id="forty today is forty"),
        pytest.param({"born_on": date(1976, 4, 11)}, {"tuoi_tu": "40"}, False, id="forty tomorrow is not yet"),
        pytest.param({"born_on": None}, {"tuoi_duoi": "99"}, False, id="of an unknown birthday nothing is said"),
        pytest.param({"sex": "female"}, {"gioi": "female"}, True, id="women"),
        pytest.param({"sex": "male"}, {"gioi": "female"}, False, id="men are not women"),
        pytest.param({"sex": "male"}, {"gioi": ["female", "male"]}, True, id="women or men"),
        pytest.param({"ethnicity": "01"}, {"dan_toc": "khac-kinh"}, False, id="Kinh are no minority"),
        pytest.param({"ethnicity": "02"}, {"dan_toc": "khac-kinh"}, True, id="Tày are a minority"),
        pytest.param({"ethnicity": "02"}, {"dan_toc": "02"}, True, id="Tày are Tày"),
        pytest.param({"ethnicity": "03"}, {"dan_toc": "02"}, False, id="Thái are not Tày"),
    ],
)
def test_conditions_on_the_person_hold_up_to_their_limit(place, known, given, met):
    make.person(place, "Trần Thị Bảy", **known)

    assert _count(place, **given) == int(met)


@pytest.mark.parametrize(
    ("held", "given", "met"),
    [
        pytest.param([4], {"chuyen_mon_tu": "4"}, True, id="university is university or higher"),
        pytest.param([5], {"chuyen_mon_tu": "4"}, True, id="a master is higher"),
        pytest.param([3], {"chuyen_mon_tu": "4"}, False, id="college is lower"),
        pytest.param([3, 4], {"chuyen_mon_den": "3"}, False, id="the highest level counts against the upper end"),
        pytest.param([3], {"chuyen_mon_den": "3"}, True, id="college is at most college"),
        pytest.param([], {"chuyen_mon_den": "3"}, False, id="unknown is not low"),
        pytest.param([3, 5], {"chuyen_mon_tu": "3", "chuyen_mon_den": "4"}, False, id="above the span"),
        pytest.param([4], {"ly_luan_tu": "1"}, False, id="one subject is not another"),
    ],
)
def test_levels_hold_between_their_ends(place, held, given, met):
    studies = tuple(StudySpell("professional", level, awarded_on=date(2008, 7, 1)) for level in held)
    make.person(place, "Trần Thị Bảy", studies=studies)

    assert _count(place, **given) == int(met)


@pytest.mark.parametrize(
    ("parameter", "subject"),
    [
        ("chuyen_mon_tu", "professional"),
        ("ly_luan_tu", "political_theory"),
        ("quan_ly_tu", "state_management"),
        ("ngoai_ngu_tu", "language"),
        ("tin_hoc_tu", "informatics"),
    ],
)
def test_a_level_counts_from_the_day_of_its_certificate(place, parameter, subject):
    make.person(place, "Trần Thị Bảy", studies=(StudySpell(subject, 2, awarded_on=DAY),))

    counts = [_count(place, on=day, **{parameter: "2"}) for day in (date(2016, 4, 9), DAY, date(2016, 4, 11))]

    assert counts == [0, 1, 1]


@pytest.mark.parametrize(
    ("given", "met"),
    [
        ({"dang": "co"}, True),
        ({"dang": "chua"}, False),
        ({"loai": "civil_servant"}, True),
        ({"loai": ["public_employee", "civil_servant"]}, True),
        ({"loai": "public_employee"}, False),
        ({"ngach": "01.003"}, True),
        ({"ngach": "01.002"}, False),
        ({"nhom_vi_tri": "specialist"}, True),
        ({"nhom_vi_tri": "leader"}, False),
        ({"khoi": "administrative"}, True),
        ({"khoi": "commune"}, False),
        ({"tieu_chuan": "dat"}, True),
        ({"tieu_chuan": "chua"}, False),
        ({"giu_vi_tri_tu": "6"}, True),
        ({"giu_vi_tri_tu": "7"}, False),
        ({"giu_vi_tri_duoi": "6"}, False),
        ({"giu_vi_tri_duoi": "7"}, True),
        ({"o_don_vi_tu": "6"}, True),
        ({"o_don_vi_tu": "7"}, False),
        ({"o_don_vi_duoi": "7"}, True),
    ],
)
def test_conditions_on_service_hold_as_of_the_day(place, given, met):
    make.person(
        place,
        "Trần Thị Bảy",
        studies=(make.BACHELOR,),
        party=PartySpell(date(2012, 3, 3)),
        services=(ServiceSpell("civil_servant", date(2010, 1, 1)),),
        ranks=(RankSpell("01.003", date(2010, 1, 1)),),
    )

    assert _count(place, **given) == int(met)


def test_party_rank_and_kind_begin_on_their_day(place):
    make.person(
        place,
        "Trần Thị Bảy",
        party=PartySpell(DAY),
        services=(ServiceSpell("civil_servant", DAY),),
        ranks=(RankSpell("01.003", DAY),),
    )

    for given in ({"dang": "co"}, {"loai": "civil_servant"}, {"ngach": "01.003"}):
        assert [_count(place, on=day, **given) for day in (date(2016, 4, 9), DAY)] == [0, 1]


def test_years_in_the_post_begin_anew_and_years_in_the_unit_go_on(place):
    entry = organisations.PostEntry(place.office.pk, "Phó trưởng phòng", "deputy", "district_leader")
    deputy = organisations.create_post(entry, by=place.by, on=make.SINCE)
    moved = make.person(place, "Trần Thị Bảy")
    actions.take_post(
        moved, PostSpell(deputy.pk, place.office.pk, "Phó trưởng phòng", date(2014, 4, 10)), by=place.by, on=DAY
    )

    assert (_count(place, giu_vi_tri_tu="2"), _count(place, giu_vi_tri_tu="3")) == (1, 0)
    assert (_count(place, o_don_vi_tu="6"), _count(place, o_don_vi_duoi="6")) == (1, 0)


def test_years_elsewhere_do_not_count_for_the_unit(place):
    moved = make.person(place, "Trần Thị Bảy")
    ward = PostSpell(place.ward_clerk.pk, place.ward.pk, "Văn phòng – thống kê", date(2014, 4, 10))
    actions.take_post(moved, ward, by=place.by, on=DAY)

    assert (_count(place, o_don_vi_tu="2"), _count(place, o_don_vi_tu="3")) == (1, 0)


@pytest.mark.parametrize(
    ("known", "months", "met"),
    [
        pytest.param({"born_on": date(1961, 4, 1)}, "1", True, id="a woman of 55 this month goes at its end"),
        pytest.param({"born_on": date(1962, 3, 31)}, "12", True, id="within twelve months"),
        pytest.param({"born_on": date(1962, 4, 1)}, "12", False, id="the month after is beyond"),
        pytest.param({"born_on": date(1956, 4, 1), "sex": "male"}, "1", True, id="a man of 60"),
        pytest.param({"born_on": date(1957, 4, 1), "sex": "male"}, "1", False, id="a man of 59"),
        pytest.param({"born_on": date(1950, 1, 1)}, "1", True, id="past the age and still in post"),
        pytest.param(
            {"born_on": date(1961, 12, 31), "born_precision": "year"}, "1", True, id="a year counts from January"
        ),
    ],
)
def test_who_retires_within_so_many_months(place, known, months, met):
    make.person(place, "Trần Thị Bảy", **{"sex": "female", **known})

    assert _count(place, nghi_huu_trong=months) == int(met)


def test_falling_short_of_the_post_agrees_with_the_gap_list(place):
    make.person(place, "Trần Thị Bảy", studies=(make.COLLEGE,))
    make.person(place, "Võ Thị Chín", post=place.ward_clerk, studies=(make.COLLEGE,))

    assert (_count(place, tieu_chuan="chua"), _count(place, tieu_chuan="dat")) == (1, 1)
    assert _count(place, tieu_chuan="chua", unit=place.ward) == 0


@pytest.mark.parametrize(
    ("given", "field", "says"),
    [
        ({"tuoi-tu": ["40"], "tuoi-duoi": ["30"]}, "tuoi-tu", "từ đủ 40 mà lại dưới 30"),
        ({"tuoi-tu": ["40"], "tuoi-duoi": ["40"]}, "tuoi-tu", "không có ai"),
        ({"tuoi-tu": ["bốn mươi"]}, "tuoi-tu", "hãy ghi một số từ 0 đến 99"),
        ({"tuoi-duoi": ["0"]}, "tuoi-duoi", "từ 1 đến 99"),
        ({"tuoi-tu": ["²"]}, "tuoi-tu", "hãy ghi một số"),
        ({"chuyen-mon-tu": ["5"], "chuyen-mon-den": ["4"]}, "chuyen-mon-tu", "hãy đổi một trong hai"),
        ({"chuyen-mon-tu": ["9"]}, "chuyen-mon-tu", "không có trong danh mục"),
        ({"gioi": ["khác"]}, "gioi", "không có trong danh mục"),
        ({"dan-toc": ["02", "03"]}, "dan-toc", "chỉ chọn một"),
    ],
)
def test_what_cannot_be_asked_is_told_in_one_sentence(given, field, says):
    with pytest.raises(cohorts.Unsound) as refused:
        cohorts.chosen(given)

    ((where, sentence),) = refused.value.faults
    assert where == field and says in sentence


def test_the_sentence_the_address_and_the_saved_form_say_the_same():
    given = {"gioi": ["female"], "tuoi-duoi": ["40"], "chuyen-mon-tu": ["4"], "ly-luan-tu": ["2"], "tuoi-tu": [""]}

    chosen = cohorts.chosen(given)

    assert ", ".join(chosen.clauses) == "nữ, dưới 40 tuổi, đại học trở lên, lý luận chính trị trung cấp trở lên"
    assert chosen.query == "gioi=female&tuoi-duoi=40&chuyen-mon-tu=4&ly-luan-tu=2"
    assert cohorts.from_saved(chosen.saved()) == chosen


@pytest.mark.parametrize("saved", [None, {}, {"version": 1, "conditions": {"height": {"cao": ["2"]}}}, {"version": 1}])
def test_a_saved_form_that_cannot_be_read_is_refused_with_a_reason(saved):
    with pytest.raises(cohorts.Unsound):
        cohorts.from_saved(saved)


def test_a_dissolved_unit_answers_as_of_its_last_day(place):
    make.person(place, "Trần Thị Bảy", post=place.ward_clerk)
    organisations.dissolve_unit(place.ward, by=place.by, on=date(2020, 1, 1), basis="Nghị quyết sắp xếp")
    place.ward.refresh_from_db()

    assert _count(place, on=date(2024, 1, 1), unit=place.ward) == 1


def test_counts_of_many_days_and_cohorts_cost_one_query_after_the_size_of_the_unit(place, django_assert_num_queries):
    make.person(place, "Trần Thị Bảy", sex="female")
    district = organisations.Unit.objects.select_related("identity").get(pk=place.district.pk)
    asked = cohorts.Question(district, cohorts.chosen({"gioi": ["female"]}), DAY)

    with django_assert_num_queries(2):
        years = cohorts.over_years(asked)

    assert [number for _day, number in years] == [1] * 6
    assert cohorts.over_years(cohorts.Question(place.district, asked.chosen, date(2012, 1, 1)))[0][1] is None


def test_the_parts_of_a_cohort_add_up_to_it(place):
    make.person(place, "Trần Thị Bảy", sex="female", studies=(make.COLLEGE,))
    make.person(place, "Võ Thị Chín", sex="female", post=place.ward_clerk, studies=(make.BACHELOR,))

    made = cohorts.made_up(cohorts.Question(place.district, cohorts.Chosen(), DAY))

    assert made.total == 2
    assert {part: sum(counted.values()) for part, counted in made.by.items()} == dict.fromkeys(made.by, 2)
    assert made.by["professional"] == {3: 1, 4: 1}


def test_whoever_comes_in_or_goes_out_is_named_with_the_reason(place):
    make.person(place, "Trần Thị Bảy", born_on=date(1976, 1, 1))
    make.person(place, "Võ Thị Chín", studies=(StudySpell("professional", 4, awarded_on=date(2016, 1, 1)),))
    young = cohorts.chosen({"tuoi-duoi": ["40"]})
    learned = cohorts.chosen({"chuyen-mon-tu": ["4"]})
    now, before = (cohorts.Question(place.district, young, day) for day in (DAY, date(2015, 4, 10)))

    gone = list(cohorts.entered(before, now))

    assert [row.person.full_name for row in gone] == ["Trần Thị Bảy"]
    assert cohorts.unmet_clauses([gone[0].person_id], now) == {gone[0].person_id: ["dưới 40 tuổi"]}
    came = cohorts.entered(
        cohorts.Question(place.district, learned, DAY), cohorts.Question(place.district, learned, date(2015, 4, 10))
    )
    assert [row.person.full_name for row in came] == ["Võ Thị Chín"]
    assert cohorts.stayed(now, before).count() == 1
