"""Creating and abolishing posts, and setting what they ask for."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from congvu.contexts.organisations import queries
from congvu.contexts.organisations.actions.entries import Impossible, PostEntry, Standard, filed, named
from congvu.contexts.organisations.facts import PostAbolished, PostCreated, StandardSet
from congvu.contexts.organisations.models import Post, PostStandard
from congvu.contexts.organisations.states import MANAGE_UNITS
from congvu.kernel.access import Officer
from congvu.kernel.audit import record, record_all
from congvu.kernel.documents.decisions import Ground, file_decisions
from congvu.kernel.names import normalise
from congvu.kernel.temporal.models import span

_BATCH = 2000


def create_post(entry: PostEntry, *, by: Officer, on: date) -> Post:
    """Lập vị trí việc làm: from the day, with the standard it asks for."""
    return create_posts([entry], by=by, on=on)[0]


@transaction.atomic
def create_posts(entries: Iterable[PostEntry], *, by: Officer, on: date) -> list[Post]:
    """Lập nhiều vị trí việc làm: by one scheme, each with its standard, in a few statements."""
    wanted = list(entries)
    for unit_id in {entry.unit_id for entry in wanted}:
        by.demand(MANAGE_UNITS, over=unit_id, on=on)
        _may_be_created(unit_id, [normalise(entry.title) for entry in wanted if entry.unit_id == unit_id], on=on)
    papers = file_decisions([entry.ground for entry in wanted if entry.ground])
    ends = queries.ends_of({entry.unit_id for entry in wanted})
    posts = Post.objects.bulk_create(
        (
            Post(
                unit_id=entry.unit_id,
                title=normalise(entry.title),
                category=entry.category,
                kind_of_post=entry.kind_of_post,
                seats=entry.seats,
                ground_id=papers[entry.ground.key] if entry.ground else None,
                valid=span(on, ends[entry.unit_id]),
            )
            for entry in wanted
        ),
        batch_size=_BATCH,
    )
    pairs = list(zip(posts, wanted, strict=True))
    PostStandard.objects.bulk_create(
        (
            _standard(post, standard, on=on, until=ends[post.unit_id])
            for post, entry in pairs
            for standard in entry.standards
        ),
        batch_size=_BATCH,
    )
    record_all(
        (PostCreated(post.unit_id, post.pk, post.title, post.seats, named(entry.ground)) for post, entry in pairs),
        by=by,
        on=on,
    )
    return posts


def _may_be_created(unit_id: int, titles: list[str], *, on: date) -> None:
    if not queries.stands(unit_id, on=on):
        raise Impossible(f"Đơn vị chưa có hoặc không còn vào ngày {on:%d/%m/%Y}; đề nghị kiểm tra lại ngày hiệu lực.")
    twice = {title for title in titles if titles.count(title) > 1}
    if taken := sorted({*queries.titles_taken(unit_id, titles, on=on), *twice}):
        raise Impossible(
            f"Đơn vị đã có vị trí việc làm “{taken[0]}” trong khoảng thời gian đó; "
            "đề nghị đặt tên khác, hoặc tăng số người của vị trí đã có."
        )


def _standard(post: Post, standard: Standard, *, on: date, until: date | None = None) -> PostStandard:
    return PostStandard(
        post=post,
        subject=standard.subject,
        minimum_level=standard.minimum_level,
        basis=standard.basis,
        standing=standard.standing,
        valid=span(on, until),
    )


def set_standard(post: Post, standard: Standard, *, by: Officer, on: date) -> PostStandard:
    """Đặt tiêu chuẩn: from the day the post asks for this level; what it asked for before ends."""
    return set_standards([(post, standard)], by=by, on=on)[0]


@transaction.atomic
def set_standards(changes: Iterable[tuple[Post, Standard]], *, by: Officer, on: date) -> list[PostStandard]:
    """Đặt tiêu chuẩn cho nhiều vị trí: by one text, in a few statements."""
    wanted = list(changes)
    posts = queries.locked_posts({post.pk for post, _ in wanted})
    for post in posts.values():
        _within(post, on=on)
    for unit_id in {post.unit_id for post in posts.values()}:
        by.demand(MANAGE_UNITS, over=unit_id, on=on)
    asked = [(posts[post.pk], standard) for post, standard in wanted]
    ended = _ended({(post.pk, standard.subject) for post, standard in asked}, posts, on=on)
    rows = PostStandard.objects.bulk_create(
        (_standard(post, standard, on=on, until=post.valid.upper) for post, standard in asked), batch_size=_BATCH
    )
    record_all(
        (
            StandardSet(
                post.unit_id,
                post.pk,
                standard.subject,
                ended.get((post.pk, standard.subject)),
                standard.minimum_level,
                standard.basis,
            )
            for post, standard in asked
        ),
        by=by,
        on=on,
    )
    return rows


def _ended(replaced: set[tuple[int, str]], posts: dict[int, Post], *, on: date) -> dict[tuple[int, str], int]:
    """What the posts asked for until the day, by post and subject."""
    reaching = queries.standards_to_end(posts.values(), on=on)
    before = [row for row in reaching if (row.post_id, row.subject) in replaced]
    for row in before:
        if row.starts_on is not None and row.starts_on >= on:
            raise Impossible(
                f"Vị trí “{posts[row.post_id].title}” đã có tiêu chuẩn cho nội dung này từ ngày {on:%d/%m/%Y} trở đi; "
                "đề nghị chọn ngày hiệu lực sau đó."
            )
        row.valid = span(row.starts_on, on)
    PostStandard.objects.bulk_update(before, ["valid"], batch_size=_BATCH)
    return {(row.post_id, row.subject): row.minimum_level for row in before}


@transaction.atomic
def abolish_post(post: Post, *, ground: Ground | None = None, by: Officer, on: date) -> Post:
    """Bãi bỏ vị trí việc làm: `on` is the first day without it; its standards end with it."""
    post = queries.locked_post(post)
    by.demand(MANAGE_UNITS, over=post.unit_id, on=on)
    _within(post, on=on)
    if post.starts_on == on:
        raise Impossible(f"Vị trí “{post.title}” mới được lập ngày {on:%d/%m/%Y}; đề nghị chọn ngày bãi bỏ sau đó.")
    filed(ground)
    for row in queries.standards_to_end([post], on=on):
        if row.starts_on is not None and row.starts_on >= on:
            raise Impossible("Vị trí có tiêu chuẩn bắt đầu sau ngày bãi bỏ; đề nghị chọn ngày bãi bỏ sau ngày đó.")
        row.valid = span(row.starts_on, on)
        row.save(update_fields=["valid"])
    post.valid = span(post.starts_on, on)
    post.save(update_fields=["valid"])
    record(PostAbolished(post.unit_id, post.pk, post.title, on, named(ground)), by=by, on=on)
    return post


def _within(post: Post, *, on: date) -> None:
    if on not in post.valid:
        raise Impossible(
            f"Vị trí “{post.title}” không có hiệu lực vào ngày {on:%d/%m/%Y}; đề nghị kiểm tra lại ngày hiệu lực."
        )
