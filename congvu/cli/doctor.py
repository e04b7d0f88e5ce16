"""`congvu doctor`: is this installation as it must be?"""

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from congvu.cli import database

if TYPE_CHECKING:
    from congvu.cli.words import Commands

ACCOUNTS = "access_user"  # an account is read before anybody has a scope; it holds no more than a name

OWNED = """
SELECT count(*) FROM pg_shdepend
WHERE refclassid = 'pg_authid'::regclass AND deptype = 'o'
  AND refobjid = (SELECT oid FROM pg_roles WHERE rolname = current_user)
"""
POWERS = "SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = current_user"
CREATES = "SELECT has_schema_privilege('public', 'CREATE')"
EMPTIES = """
SELECT count(*) FROM pg_class
WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace AND has_table_privilege(oid, 'TRUNCATE')
"""
UNGUARDED = """
WITH RECURSIVE people (oid) AS (
  SELECT 'scope_personidentity'::regclass::oid
  UNION
  SELECT points.conrelid FROM pg_constraint AS points JOIN people ON points.confrelid = people.oid
  WHERE points.contype = 'f' AND EXISTS (
    SELECT 1 FROM pg_constraint AS key
    WHERE key.conrelid = points.conrelid AND key.contype = 'p' AND key.conkey = points.conkey
  )
)
SELECT relname FROM pg_class
WHERE NOT relrowsecurity AND relname <> %s AND (
  oid IN (SELECT oid FROM people)
  OR oid IN (SELECT conrelid FROM pg_constraint WHERE contype = 'f' AND confrelid IN (SELECT oid FROM people))
)
ORDER BY relname
"""


def register(commands: "Commands") -> None:
    """Đăng ký lệnh."""
    parser = commands.add_parser(
        "doctor",
        help="kiểm tra cấu hình và cơ sở dữ liệu",
        description="Kiểm tra cấu hình, vai trong cơ sở dữ liệu, chính sách dòng, tài khoản mẫu; mã 1 khi có điều sai.",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="dạng kết quả (mặc định: text)")
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Khám."""
    with database.connect():
        found = {label: list(check()) for label, check in CHECKS.items()}
    if arguments.format == "json":
        json.dump(
            [{"check": label, "faults": faults} for label, faults in found.items()], sys.stdout, ensure_ascii=False
        )
        sys.stdout.write("\n")
    else:
        for label, faults in found.items():
            sys.stdout.write("".join(f"SAI   {label}: {fault}\n" for fault in faults) or f"đúng  {label}\n")
    return 1 if any(found.values()) else 0


def configuration() -> Iterator[str]:
    """Cấu hình: what must not be so in production."""
    from django.conf import settings

    if not settings.PRODUCTION:
        return
    if len(settings.SECRET_KEY) < 40:
        yield "SECRET_KEY quá ngắn; hãy đặt một chuỗi ngẫu nhiên từ 40 ký tự trở lên."
    if set(settings.ALLOWED_HOSTS) <= {"127.0.0.1", "localhost", "[::1]"}:
        yield "Chưa khai tên miền; hãy đặt biến CONGVU_HOSTS."
    if settings.EMAIL_HOST and not settings.CONGVU_ADDRESS.startswith("https://"):
        yield f"Thư nhắc việc đang dẫn người đọc đến {settings.CONGVU_ADDRESS}; hãy đặt biến CONGVU_ADDRESS."


def migrations() -> Iterator[str]:
    """Bảng: are all migrations applied?"""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if waiting := executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield f"Còn {len(waiting)} bước nâng cấp bảng chưa chạy; hãy chạy «congvu migrate»."


def role() -> Iterator[str]:
    """Vai của ứng dụng: owns nothing and cannot look past row security."""
    if any(_row(POWERS)):
        yield "Vai của DATABASE_URL có quyền quản trị; hãy dùng vai không SUPERUSER, BYPASSRLS, CREATEDB, CREATEROLE."
    if owned := _row(OWNED)[0]:
        yield f"Vai của DATABASE_URL đang sở hữu {owned} đối tượng; hãy chuyển chúng cho chủ sở hữu."
    if _row(CREATES)[0] or _row(EMPTIES)[0]:
        yield "Vai của DATABASE_URL tạo được bảng hoặc xóa trắng được bảng; hãy thu hồi quyền CREATE và TRUNCATE."


def row_security() -> Iterator[str]:
    """Chính sách dòng: on every table with people."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(UNGUARDED, [ACCOUNTS])
        for (table,) in cursor.fetchall():
            yield f"Bảng {table} có dữ liệu về người mà chưa bật chính sách dòng."


def demonstration() -> Iterator[str]:
    """Tài khoản mẫu: never in production."""
    from django.conf import settings

    from congvu.kernel.access.models import User

    kept = User.objects.filter(is_demo=True, is_active=True).count()
    if settings.PRODUCTION and kept:
        yield f"Còn {kept} tài khoản mẫu đang hoạt động; hãy dùng một cơ sở dữ liệu không nạp dữ liệu mẫu."


CHECKS: dict[str, Callable[[], Iterator[str]]] = {
    "Cấu hình": configuration,
    "Phiên bản của các bảng": migrations,
    "Vai trong cơ sở dữ liệu": role,
    "Chính sách dòng": row_security,
    "Tài khoản mẫu": demonstration,
}


def _row(question: str) -> tuple[object, ...]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(question)
        found: tuple[object, ...] = cursor.fetchone()
    return found
