"""Đồng hồ: the only place below the command line that knows what time it is."""

from datetime import date, datetime

from django.utils import timezone


def today() -> date:
    """Hôm nay, theo giờ Việt Nam."""
    return timezone.localdate()


def now() -> datetime:
    """Bây giờ, theo giờ Việt Nam."""
    return timezone.localtime()
