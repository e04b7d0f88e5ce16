"""`congvu deadline` and `congvu retirement`: days that the law reckons, with the arithmetic shown."""

import json
import os
import re
import sys
from argparse import Namespace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from congvu.cli.errors import BadInput

if TYPE_CHECKING:
    from congvu.cli.words import Commands
    from congvu.kernel.calendar import Deadline, WorkingCalendar
    from congvu.law.retirement import Precision, Retirement

_BORN = (
    re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?"),
    re.compile(r"(?:(?:(?P<day>\d{1,2})/)?(?P<month>\d{1,2})/)?(?P<year>\d{4})"),
)
_PRECISIONS: "tuple[Precision, ...]" = ("year", "month", "day")


def register(commands: "Commands") -> None:
    """Đăng ký lệnh."""
    _register_deadline(commands)
    _register_retirement(commands)


def _register_deadline(commands: "Commands") -> None:
    parser = commands.add_parser(
        "deadline",
        help="tính hạn giải quyết",
        description="Tính hạn giải quyết từ lúc tiếp nhận, kèm giải trình từng ngày.",
    )
    parser.add_argument("received", metavar="LÚC", help="lúc tiếp nhận, ví dụ 2026-03-12T09:30 (giờ Việt Nam)")
    parser.add_argument(
        "--limit",
        required=True,
        metavar="THỜI_HẠN",
        help="thời hạn: «3 working days», «8 working hours», «15 days», «2 months» hoặc «3 ngày làm việc»",
    )
    parser.add_argument("--unit", metavar="MÃ", help="mã hoặc tên rút gọn của đơn vị; để trống thì dùng lịch chung")
    parser.add_argument("--as-of", metavar="NGÀY", help="ngày tra mã đơn vị (mặc định: ngày tiếp nhận)")
    _add_format(parser)
    parser.set_defaults(run=run_deadline)


def _register_retirement(commands: "Commands") -> None:
    parser = commands.add_parser(
        "retirement", help="tính ngày nghỉ hưu", description="Tính tuổi và ngày nghỉ hưu theo lộ trình của luật."
    )
    parser.add_argument(
        "--born",
        required=True,
        metavar="NGÀY",
        help="ngày sinh 1970-02-15; hoặc tháng 1970-02, năm 1970 nếu chỉ biết thế",
    )
    parser.add_argument("--sex", required=True, choices=("male", "female"), help="male (nam) hoặc female (nữ)")
    parser.add_argument("--hardship", action="store_true", help="thuộc diện nghỉ hưu ở tuổi thấp hơn 5 tuổi")
    _add_format(parser)
    parser.set_defaults(run=run_retirement)


def _add_format(parser: Any) -> None:
    parser.add_argument("--format", choices=("text", "json"), default="text", help="cách in (mặc định: %(default)s)")


def run_deadline(arguments: Namespace) -> int:
    """Tính hạn giải quyết."""
    from congvu.kernel.calendar import CalendarUnknown, Limit, NotALimit, deadline

    try:
        received, limit = _moment(arguments.received), Limit.parse(arguments.limit)
        as_of = _day(arguments.as_of) if arguments.as_of else received.date()
        found = deadline(received, limit, _calendar(arguments.unit, on=as_of))
    except (NotALimit, CalendarUnknown) as refused:
        raise BadInput(str(refused)) from refused
    as_json = {"due": found.due_at.isoformat(), "trace": [line.as_dict() for line in found.trace]}
    return _say(arguments, as_json, _deadline_in_words(found))


def run_retirement(arguments: Namespace) -> int:
    """Tính ngày nghỉ hưu."""
    from congvu.law import NoLawInForce
    from congvu.law.retirement import retirement

    born, precision = _birth(arguments.born)
    try:
        found = retirement(born, arguments.sex, precision=precision, hardship=arguments.hardship)
    except NoLawInForce as none:
        raise BadInput(str(none)) from none
    return _say(arguments, _retirement_as_json(found), f"{found.because}\nCăn cứ: {found.cites}; {found.day_cites}.")


def _say(arguments: Namespace, as_json: dict[str, Any], in_words: str) -> int:
    said = json.dumps(as_json, ensure_ascii=False, indent=2) if arguments.format == "json" else in_words
    sys.stdout.write(f"{said}\n")
    return 0


def _deadline_in_words(found: "Deadline") -> str:
    lines = [f"Hạn giải quyết: {found.due_at:%H:%M} ngày {found.due_at:%d/%m/%Y}."]
    for line in found.trace:
        cites = f" — {line.cites}" if line.cites else ""
        lines.append(f"  {line.day:%d/%m/%Y}  {line.reason}{cites}")
    return "\n".join(lines)


def _retirement_as_json(found: "Retirement") -> dict[str, Any]:
    return {
        "age": {"years": found.age.years, "months": found.age.months},
        "retires_on": found.retires_on.isoformat(),
        "pension_from": found.pension_from.isoformat(),
        "because": found.because,
        "cites": str(found.cites),
    }


def _moment(text: str) -> datetime:
    from congvu.kernel.calendar.days_off import FIRST_YEAR, LAST_YEAR
    from congvu.kernel.calendar.deadlines import local

    try:
        moment = datetime.fromisoformat(text) if re.search(r"\d[T ]\d", text) else None
    except ValueError:
        moment = None
    if moment is None:
        raise BadInput(f"Không đọc được lúc tiếp nhận «{text}»; xin ghi ngày và giờ có thật, ví dụ 2026-03-12T09:30.")
    if not FIRST_YEAR < moment.year < LAST_YEAR:
        raise BadInput(
            f"Lịch chỉ tính được từ năm {FIRST_YEAR + 1} đến năm {LAST_YEAR - 1}; xin xem lại năm tiếp nhận."
        )
    return local(moment)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadInput(f"Không đọc được ngày «{text}»; xin ghi một ngày có thật, ví dụ 2026-03-12.") from error


def _birth(text: str) -> "tuple[date, Precision]":
    found = next((match for pattern in _BORN if (match := pattern.fullmatch(text.strip()))), None)
    known = [int(part) for part in (found.group("year", "month", "day") if found else ()) if part is not None]
    try:
        born = date(known[0], *(known[1:] + [1, 1])[:2]) if known else None
    except ValueError:
        born = None
    if born is None:
        raise BadInput(f"Không đọc được ngày sinh «{text}»; xin ghi ngày có thật, ví dụ 1970-02-15, 1970-02 hoặc 1970.")
    if born > _today():
        raise BadInput(f"Ngày sinh «{text}» ở tương lai; xin xem lại năm sinh.")
    return born, _PRECISIONS[len(known) - 1]


def _today() -> date:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "congvu.config.settings")
    from congvu.web.clock import today

    return today()


def _calendar(unit: str | None, *, on: date) -> "WorkingCalendar":
    """The calendar of the unit; only a unit needs the database."""
    from congvu.kernel.calendar import WorkingCalendar

    if unit is None:
        return WorkingCalendar()
    from congvu.cli import database

    with database.connect():
        from congvu.contexts.organisations import api as organisations
        from congvu.kernel.calendar.queries import calendar_of

        try:
            return calendar_of(organisations.resolve_unit(unit, on=on).pk)
        except (organisations.UnitUnknown, organisations.UnitAmbiguous) as refused:
            raise BadInput(str(refused)) from refused
