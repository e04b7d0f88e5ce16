"""Thu hẹp: each condition as a test on the principal assignment of the day, written so that the database can join."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from django.db.models import Exists, OuterRef, Q

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.models import Assignment, PartyMembership, RankHolding, Service, Study
from congvu.contexts.personnel.queries.cohorts.kinds import Span
from congvu.contexts.personnel.queries.gaps import falling_short
from congvu.contexts.personnel.queries.staff import years_before
from congvu.contexts.personnel.states import AssignmentKind, Precision, Sex
from congvu.law.retirement import retirement

KINH = "01"
NOT_KINH = "khac-kinh"
_EARLIEST, _LATEST = 1910, 2100  # births whose retirement the law knows, or that nobody has yet
_BY_YEAR = (Precision.YEAR, Precision.UNKNOWN)

Picked = tuple[str, ...]


def holds_level(subject: str) -> Callable[[Span, date], Q]:
    """Trình độ từ … đến …: what the file does not say is not low, so an upper end asks that something is recorded."""

    def narrow(span: Span, on: date) -> Q:
        counted = Study.objects.filter(
            person=OuterRef("person"), subject=subject, awarded_on__lte=on, withdrawn_on=None
        )
        reached = Q(Exists(counted.filter(level__gte=span.low or 1)))
        return reached if span.high is None else reached & ~Q(Exists(counted.filter(level__gt=span.high)))

    return narrow


def aged(span: Span, on: date) -> Q:
    """Tuổi vào ngày hỏi: a birthday counts from its day."""
    return _ago("person__born_on", span, on)


def in_post(span: Span, on: date) -> Q:
    """Số năm giữ vị trí: since the principal assignment of the day began."""
    return _ago("valid__startswith", span, on)


def _ago(field: str, span: Span, on: date) -> Q:
    """Years from the day in the field: at least `low`, under `high`."""
    asked = Q()
    if span.low is not None:
        asked &= Q(**{f"{field}__lte": years_before(on, span.low)})
    if span.high is not None:
        asked &= Q(**{f"{field}__gt": years_before(on, span.high)})
    return asked


def in_unit(span: Span, on: date) -> Q:
    """Số năm ở đơn vị: without a principal post elsewhere in between."""
    asked = Q()
    if span.low is not None:
        asked &= _stayed(years_before(on, span.low), on)
    if span.high is not None:
        asked &= ~_stayed(years_before(on, span.high), on)
    return asked


def _stayed(since: date, on: date) -> Q:
    principal = Assignment.objects.filter(kind=AssignmentKind.PRINCIPAL)
    elsewhere = principal.filter(person=OuterRef("person"), valid__overlap=(since, on)).exclude(
        post__unit=OuterRef("post__unit")
    )
    there = principal.filter(
        ~Exists(elsewhere), person=OuterRef("person"), valid__contains=since, post__unit=OuterRef("post__unit")
    )
    return Q(Exists(there))


def of_sex(picked: Picked, on: date) -> Q:
    """Giới tính."""
    return Q(person__sex__in=picked)


def of_ethnicity(picked: Picked, on: date) -> Q:
    """Dân tộc; or everybody but Kinh."""
    return ~Q(person__ethnicity=KINH) if NOT_KINH in picked else Q(person__ethnicity__in=picked)


def in_party(picked: Picked, on: date) -> Q:
    """Đảng viên vào ngày hỏi, or not."""
    member = Q(Exists(PartyMembership.objects.on(on).filter(person=OuterRef("person"))))
    return Q() if len(picked) == 2 else member if "co" in picked else ~member


def of_staff_kind(picked: Picked, on: date) -> Q:
    """Loại cán bộ vào ngày hỏi."""
    return Q(Exists(Service.objects.on(on).filter(person=OuterRef("person"), kind__in=picked)))


def of_rank(picked: Picked, on: date) -> Q:
    """Ngạch, hạng vào ngày hỏi."""
    return Q(Exists(RankHolding.objects.on(on).filter(person=OuterRef("person"), rank__in=picked)))


def of_category(picked: Picked, on: date) -> Q:
    """Nhóm vị trí."""
    return Q(post__category__in=picked)


def in_block(picked: Picked, on: date) -> Q:
    """Khối của đơn vị vào ngày hỏi."""
    units = organisations.UnitRecord.objects.on(on).filter(block__in=picked)
    return Q(post__unit__in=units.values("unit"))


def meets_standard(picked: Picked, on: date) -> Q:
    """Đạt mọi tiêu chuẩn của vị trí, or falls short of one."""
    short = Q(Exists(falling_short(Assignment.objects.all(), on=on).filter(pk=OuterRef("pk"))))
    return Q() if len(picked) == 2 else ~short if "dat" in picked else short


def retiring(span: Span, on: date) -> Q:
    """Đến tuổi nghỉ hưu trong vòng số tháng đó; whoever is past it and still in post is among them."""
    limit = _months_after(on, span.high or 0)
    asked = Q()
    for sex in (Sex.MALE, Sex.FEMALE):
        born = _last_birth("male" if sex == Sex.MALE else "female", limit)
        known = ~Q(person__born_precision__in=_BY_YEAR) & Q(person__born_on__lte=born)
        by_year = Q(person__born_precision__in=_BY_YEAR, person__born_on__lte=date(born.year, 12, 31))
        asked |= Q(person__sex=sex) & (known | by_year)
    return asked


@lru_cache(maxsize=256)
def _last_birth(sex: Literal["male", "female"], limit: date) -> date:
    """The last birthday of those who retire on the limit or before: the rule asks for the month of birth alone."""
    low, high = _EARLIEST * 12, _LATEST * 12
    while high - low > 1:
        middle = (low + high) // 2
        if _retires(middle, sex) <= limit:
            low = middle
        else:
            high = middle
    return _month(high) - timedelta(days=1)


def _retires(month: int, sex: Literal["male", "female"]) -> date:
    return retirement(_month(month), sex).retires_on


def _month(months: int) -> date:
    year, month = divmod(months, 12)
    return date(year, month + 1, 1)


def _months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of a shorter month."""
    first = _month(day.year * 12 + day.month - 1 + months)
    last = _month(first.year * 12 + first.month) - timedelta(days=1)
    return min(first + timedelta(days=day.day - 1), last)
