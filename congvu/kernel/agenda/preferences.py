"""Lựa chọn của một tài khoản: how it wants to be reminded, and its private calendar address."""

import re
from collections.abc import Sequence

from django.db import transaction
from django.utils.crypto import constant_time_compare, salted_hmac

from congvu.kernel.access.models import User
from congvu.kernel.agenda.channels import channels
from congvu.kernel.agenda.models import CalendarFeed, ReminderChoice
from congvu.kernel.agenda.reminding import USUAL_DAYS
from congvu.kernel.scope import Sight, within

_TOKEN = re.compile(r"(\d{1,18})-([0-9a-f]{64})")


def choice_of(user: User) -> ReminderChoice:
    """The account's choice; until it chose, every channel and the usual days."""
    usual = ReminderChoice(user=user, channels=[channel.name for channel in channels()], days_before=USUAL_DAYS)
    return ReminderChoice.objects.filter(user=user).order_by("pk").first() or usual


def choose(user: User, *, wanted: Sequence[str], days_before: Sequence[int], off: bool, email: str) -> None:
    """Chọn cách nhắc, and the address to which letters go."""
    kept = {"channels": list(wanted), "days_before": sorted(days_before, reverse=True), "off": off}
    with transaction.atomic():
        ReminderChoice.objects.update_or_create(user=user, defaults=kept)
        User.objects.filter(pk=user.pk).update(email=email)


def token_of(user: User) -> str:
    """The last part of the account's private calendar address; empty while it has none."""
    feed = CalendarFeed.objects.filter(user=user, is_open=True).order_by("pk").first()
    return _token(feed.user_id, feed.serial) if feed else ""


@transaction.atomic
def renew_feed(user: User) -> str:
    """Cấp địa chỉ lịch mới; the old one leads nowhere from now on."""
    CalendarFeed.objects.bulk_create([CalendarFeed(user=user, serial=0)], ignore_conflicts=True)
    feed = CalendarFeed.objects.select_for_update().get(user=user)
    feed.serial, feed.is_open = feed.serial + 1, True
    feed.save(update_fields=["serial", "is_open"])
    return _token(feed.user_id, feed.serial)


def revoke_feed(user: User) -> None:
    """Thu hồi địa chỉ lịch."""
    CalendarFeed.objects.filter(user=user).update(is_open=False)


def account_behind(token: str) -> User | None:
    """The active account that a calendar address belongs to, if it still does."""
    found = _TOKEN.fullmatch(token)
    if found is None:
        return None
    with within(Sight([], user=int(found[1]))):
        feed = CalendarFeed.objects.filter(user=int(found[1]), is_open=True, user__is_active=True)
        kept = feed.select_related("user").order_by("pk").first()
    if kept is None or not constant_time_compare(token, _token(kept.user_id, kept.serial)):
        return None
    return kept.user


def _token(user_id: int, serial: int) -> str:
    seal = salted_hmac("congvu.agenda.feed", f"{user_id}/{serial}", algorithm="sha256").hexdigest()
    return f"{user_id}-{seal}"
