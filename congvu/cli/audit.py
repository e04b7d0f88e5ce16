"""`congvu audit verify`."""

import argparse
import json
import sys

from congvu.cli.database import connect
from congvu.cli.place import add_format


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Thêm lệnh audit."""
    audit = commands.add_parser("audit", help="kiểm tra nhật ký").add_subparsers(title="việc", required=True)
    verify = audit.add_parser("verify", help="kiểm tra các chuỗi niêm phong; báo mắt xích hỏng đầu tiên")
    add_format(verify)
    verify.set_defaults(run=_verify)


def _verify(arguments: argparse.Namespace) -> int:
    from congvu.kernel import audit

    with connect():
        found = audit.verify()
    broken = [row for row in found if not row[2].startswith("unsealed")]
    if arguments.format == "json":
        rows = [{"chain": chain, "fact": fact, "what": what} for chain, fact, what in found]
        sys.stdout.write(json.dumps({"intact": not broken, "findings": rows}, ensure_ascii=False, indent=2) + "\n")
    else:
        for chain, fact, what in found:
            sys.stdout.write(f"Chuỗi {chain}: {_said(what)}, từ sự kiện {fact}.\n")
        sys.stdout.write("Các chuỗi niêm phong nguyên vẹn.\n" if not broken else "Có chuỗi niêm phong bị hỏng.\n")
    return 1 if broken else 0


def _said(what: str) -> str:
    if what.startswith("unsealed"):
        return f"{what.split()[1]} sự kiện chưa niêm phong"
    return {"changed": "nội dung sự kiện đã bị sửa", "missing": "thiếu mắt xích"}.get(what, "mắt xích không khớp")
