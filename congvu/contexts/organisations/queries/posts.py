"""Posts of a unit and the standard that each asks for, as of a day."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Case, IntegerField, Prefetch, Q, QuerySet, TextChoices, Value, When

from congvu.contexts.organisations.models import Post, PostStandard, Unit
from congvu.contexts.organisations.states import PostCategory, Subject


def posts_of(unit: Unit | int, *, on: date) -> QuerySet[Post]:
    """Vị trí việc làm của đơn vị on the day, each with its standards in `in_force`."""
    return posts_in([unit if isinstance(unit, int) else unit.pk], on=on)


def posts_in(units: Iterable[int] | QuerySet[Unit], *, on: date) -> QuerySet[Post]:
    """Vị trí việc làm của nhiều đơn vị on the day, each with its standards in `in_force`."""
    standards = PostStandard.objects.on(on).order_by(_placed("subject", Subject), "pk")
    return (
        Post.objects.on(on)
        .filter(unit__in=units)
        .select_related("ground")
        .prefetch_related(Prefetch("standards", queryset=standards, to_attr="in_force"))
        .order_by("unit", _placed("category", PostCategory), "title", "pk")
    )


def _placed(field: str, choices: type[TextChoices]) -> Case:
    """The order in which offices list the choices."""
    places = (When(**{field: choice}, then=Value(place)) for place, choice in enumerate(choices.values))
    return Case(*places, output_field=IntegerField())


def standards_of(post: Post | int, *, on: date) -> QuerySet[PostStandard]:
    """Tiêu chuẩn của vị trí on the day."""
    return PostStandard.objects.on(on).filter(post=post).order_by("subject", "pk")


def standard_history(post: Post | int) -> QuerySet[PostStandard]:
    """Lịch sử tiêu chuẩn: every standard of the post, the newest first."""
    return PostStandard.objects.filter(post=post).order_by("subject", "-valid", "pk")


def titles_taken(unit_id: int, titles: Iterable[str], *, on: date) -> list[str]:
    """Which of the titles a post of the unit bears on the day or later."""
    taken = Post.objects.filter(unit=unit_id, title__in=set(titles)).filter(_reaches_beyond(on))
    return sorted(set(taken.order_by().values_list("title", flat=True)))


def post(key: int) -> Post | None:
    """One post, if there is one."""
    found: Post | None = Post.objects.filter(pk=key).select_related("unit__identity").order_by("pk").first()
    return found


def locked_post(post: Post | int) -> Post:
    """The post, held until the transaction ends."""
    key = post if isinstance(post, int) else post.pk
    held: Post = Post.objects.select_for_update(of=("self",)).select_related("unit__identity").get(pk=key)
    return held


def locked_posts(keys: Iterable[int]) -> dict[int, Post]:
    """The posts by their keys, held until the transaction ends."""
    held = Post.objects.select_for_update(of=("self",)).filter(pk__in=set(keys)).select_related("unit__identity")
    return {post.pk: post for post in held.order_by("pk")}


def _reaches_beyond(on: date) -> Q:
    """Open spans have no end at all, which no comparison finds."""
    return Q(valid__upper_inf=True) | Q(valid__endswith__gt=on)


def standards_to_end(posts: Iterable[Post], *, on: date) -> QuerySet[PostStandard]:
    """Standards of the posts that reach beyond the day, held until the transaction ends."""
    return PostStandard.objects.select_for_update().filter(post__in=posts).filter(_reaches_beyond(on)).order_by("pk")


def posts_to_end(unit: Unit, *, on: date) -> QuerySet[Post]:
    """Posts of the unit that reach beyond the day, held until the transaction ends."""
    return Post.objects.select_for_update().filter(unit=unit).filter(_reaches_beyond(on)).order_by("pk")
