"""`congvu import personnel`: a list of staff from a workbook into the files."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from congvu.cli.database import connect
from congvu.cli.errors import BadInput
from congvu.cli.place import Place, add_format, add_place, at

if TYPE_CHECKING:
    from congvu.cli.words import Commands

_SHOWN = 20


def register(commands: "Commands") -> None:
    """Đăng ký lệnh."""
    whole = commands.add_parser("import", help="nhập danh sách từ bảng tính")
    people = whole.add_subparsers(title="danh sách", metavar="LOẠI", required=True).add_parser(
        "personnel",
        help="danh sách cán bộ, công chức, viên chức",
        description="Kiểm tra từng ô của danh sách rồi ghi tất cả, hoặc không ghi gì.",
    )
    people.add_argument("file", type=Path, metavar="TỆP", help="bảng tính .xlsx, .ods hoặc .csv")
    add_place(people)
    people.add_argument("--dry-run", action="store_true", help="chỉ kiểm tra, không ghi gì")
    people.add_argument(
        "--accept-good", action="store_true", help="ghi các dòng đúng; các dòng sai trả lại trong một tệp bên cạnh"
    )
    add_format(people)
    people.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Nhập: exit status 2 when something was wrong and nothing was written."""
    with connect(), at(arguments) as place:
        return finished(arguments, place)


def finished(arguments: argparse.Namespace, place: Place) -> int:
    """Nhập vào đơn vị đã biết, and tell what came of it."""
    found = _imported(arguments, place)
    _tell(found, arguments)
    if found["faults"] and not arguments.dry_run and not arguments.accept_good:
        sys.stderr.write(f"Danh sách có {len(found['faults'])} lỗi nên chưa ghi gì; hãy sửa rồi nhập lại.\n")
        return 2
    return 0


def _imported(arguments: argparse.Namespace, place: Place) -> dict[str, Any]:
    from congvu.contexts.personnel.actions import imports
    from congvu.contexts.personnel.queries.imports import NotStanding, day_of_list
    from congvu.kernel.access import NotPermitted
    from congvu.kernel.sheets import UnreadableSheet
    from congvu.web.clock import today

    try:
        content = _content(arguments.file, imports.size_limit())
        day = place.on if arguments.as_of else day_of_list(place.unit.pk, on=place.on)
        order = imports.Order(
            arguments.file.name, content, place.unit.pk, day, arguments.dry_run, arguments.accept_good
        )
        found = imports.import_list(order, by=place.by, on=today())
    except (UnreadableSheet, NotStanding) as refused:
        raise BadInput(str(refused)) from refused
    except NotPermitted as refused:
        raise BadInput("Đơn vị này nằm ngoài phạm vi được phép nhập; hãy kiểm tra lại --unit.") from refused
    if found.returned:
        back = arguments.file.with_name(f"{arguments.file.stem}-dong-sai.xlsx")
        back.write_bytes(found.returned)
        return {**found.counted, "returned": str(back)}
    return found.counted


def _content(file: Path, limit: int) -> bytes:
    """The bytes, refused before they are read when there are too many."""
    try:
        if file.stat().st_size > limit:
            raise BadInput(f"Tệp {file} lớn hơn {limit // 2**20} MB; hãy bỏ hình ảnh hoặc tách thành nhiều tệp.")
        return file.read_bytes()
    except FileNotFoundError as wrong:
        raise BadInput(f"Không có tệp {file}; hãy kiểm tra lại đường dẫn.") from wrong
    except OSError as wrong:
        raise BadInput(f"Không đọc được tệp {file}: {wrong.strerror}; hãy kiểm tra lại.") from wrong


def _tell(found: dict[str, Any], arguments: argparse.Namespace) -> None:
    if arguments.format == "json":
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
        return
    sys.stdout.write(
        f"{found['rows']} dòng: {found['new']} hồ sơ mới, {found['changed']} thay đổi, "
        f"{found['unchanged']} không đổi, {len(found['faults'])} lỗi.\n"
    )
    for fault in found["faults"][:_SHOWN]:
        sys.stdout.write(f"  dòng {fault['row']}, cột {fault['column']}: {fault['message']}\n")
    if len(found["faults"]) > _SHOWN:
        sys.stdout.write(f"  … và {len(found['faults']) - _SHOWN} lỗi nữa; xem đủ bằng --format json.\n")
    if "returned" in found:
        sys.stdout.write(f"Các dòng sai được trả lại trong {found['returned']}.\n")
