"""`congvu report` and `congvu indicators`."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from congvu.cli.database import connect
from congvu.cli.errors import BadInput
from congvu.cli.place import Place, add_format, add_place, at, day

REPORTS = ("qualification-review",)
FORMS = ("json", "xlsx", "pdf", "docx")


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Thêm lệnh report và indicators."""
    report = commands.add_parser("report", help="lập báo cáo của một đơn vị tính đến một ngày")
    report.add_argument("name", choices=REPORTS, metavar="TÊN", help=", ".join(REPORTS))
    add_place(report)
    report.add_argument("--since", type=day, metavar="NGÀY", help="thời gian đào tạo tính từ ngày")
    add_format(report, *FORMS, default="json")
    report.add_argument("-o", "--output", type=Path, metavar="TỆP", help="ghi vào tệp thay vì đầu ra")
    report.set_defaults(run=_report)
    indicators = commands.add_parser("indicators", help="chỉ số của một đơn vị tính đến một ngày")
    indicators.add_argument("name", nargs="?", metavar="TÊN")
    add_place(indicators)
    indicators.add_argument("--since", type=day, metavar="NGÀY", help="thời gian đào tạo tính từ ngày")
    indicators.add_argument("--rows", action="store_true", help="kèm các dòng đứng sau số liệu")
    add_format(indicators)
    indicators.set_defaults(run=_indicators)


def _report(arguments: argparse.Namespace) -> int:
    with connect(), at(arguments) as place:
        made = _rendered(arguments, place)
    if arguments.output is None:
        sys.stdout.buffer.write(made)
        return 0
    try:
        arguments.output.write_bytes(made)
    except OSError as wrong:
        raise BadInput(f"Không ghi được tệp {arguments.output}: {wrong.strerror}; hãy chọn chỗ khác.") from wrong
    return 0


def _rendered(arguments: argparse.Namespace, place: Place) -> bytes:
    from congvu.contexts.personnel import api as personnel

    asked = personnel.asked(place.unit, on=place.on, since=arguments.since)
    if arguments.format == "json":
        data = personnel.review(asked).as_data()
        return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
    return personnel.rendered_review(asked, form=arguments.format)


def _indicators(arguments: argparse.Namespace) -> int:
    with connect(), at(arguments) as place:
        found = _measured(arguments, place)
    if arguments.format == "json":
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    else:
        for figure in found:
            sys.stdout.write(f"{figure['label']}: {figure['value']} {figure['unit']}\n")
            for row in figure.get("rows", ()):
                sys.stdout.write(f"  {row['full_name']}\t{row['unit']}\n")
    return 0


def _measured(arguments: argparse.Namespace, place: Place) -> list[dict[str, Any]]:
    from congvu.contexts.personnel import api as personnel

    known = [indicator.name for indicator in personnel.INDICATORS]
    if arguments.name and arguments.name not in known:
        raise BadInput(f"Không có chỉ số “{arguments.name}”; các chỉ số hiện có: {', '.join(known)}.")
    asked = personnel.asked(place.unit, on=place.on, since=arguments.since)
    return personnel.measured(asked, only=arguments.name, with_rows=arguments.rows)
