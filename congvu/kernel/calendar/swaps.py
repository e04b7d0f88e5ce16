"""Hoán đổi ngày làm việc: the days that were exchanged in past years, as published; later ones are day overrides."""

from datetime import date

from congvu.law import used
from congvu.law.texts import SWAPPED_DAYS

SWAP_CITES = used(SWAPPED_DAYS.as_a_whole(), where="Hoán đổi ngày làm việc các năm")

WORKED_FOR: dict[date, date] = {  # the day off, and the rest day worked instead
    date(2010, 2, 19): date(2010, 2, 27),
    date(2012, 1, 27): date(2012, 2, 4),
    date(2013, 4, 29): date(2013, 5, 4),
    date(2014, 5, 2): date(2014, 4, 26),
    date(2014, 9, 1): date(2014, 9, 6),
    date(2015, 1, 2): date(2014, 12, 27),
    date(2015, 2, 16): date(2015, 2, 14),
    date(2015, 4, 29): date(2015, 4, 25),
    date(2018, 12, 31): date(2019, 1, 5),
    date(2019, 4, 29): date(2019, 5, 4),
    date(2024, 4, 29): date(2024, 5, 4),
    date(2025, 5, 2): date(2025, 4, 26),
    date(2026, 8, 31): date(2026, 8, 22),
}
OFF_FOR: dict[date, date] = {worked: off for off, worked in WORKED_FOR.items()}
