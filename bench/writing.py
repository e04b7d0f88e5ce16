"""Ghi: one person at the desk, a list of five thousand rows."""

import io
from contextlib import suppress
from typing import Any

import xlsxwriter
from python_calamine import CalamineWorkbook

from bench.filling import TOP
from bench.lists import commune
from bench.scenario import Deed, Limit, Scenario, Stage, the_bare_page

ROWS = 5000
_FIRST = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh")
_LAST = ("An", "Bình", "Chi", "Dũng", "Giang", "Hạnh", "Khoa")


def _create(stage: Stage) -> Deed:
    """Through the form over HTTP: checks, the file with post, service and study, its fact."""
    unit = stage.rows("SELECT id FROM scope_unitidentity WHERE path = 'do.x2.d2'::ltree")[0][0]
    post = stage.rows("SELECT id FROM organisations_post WHERE unit_id = %s AND title = 'Chuyên viên'", unit)[0][0]

    def deed() -> None:
        answer = stage.pages.post(f"/can-bo/them/?don-vi={unit}", _one(next(stage.numbers), post))
        if answer.status != 302:
            raise RuntimeError(f"/can-bo/them/: {answer.status}")

    return deed


def _one(number: int, post: int) -> dict[str, str]:
    words = "".join(chr(ord("a") + int(sign)) for sign in str(number))
    return {
        "full_name": f"Nguyễn Thị {words.capitalize()}",
        "born": "05/03/1990",
        "sex": "female",
        "ethnicity": "01",
        "personnel_number": f"MOI-{number}",
        "post": str(post),
        "since": "01/06/2015",
        "staff_kind": "civil_servant",
        "professional": "professional:4",
        "professional_awarded": "2012",
    }


def _list(stage: Stage) -> bytes:
    """A list as offices send it, for one commune."""
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True})
    sheet = book.add_worksheet("Danh sách")
    lines = [_line(stage.size, place) for place in range(min(ROWS, stage.size))]
    for row, line in enumerate([list(lines[0]), *(list(line.values()) for line in lines)]):
        sheet.write_row(row, 0, line)
    book.close()
    return held.getvalue()


def _line(size: int, place: int) -> dict[str, str]:
    return {
        "Họ và tên": f"{_FIRST[place % 5]} Văn {_LAST[place % 7]}",
        "Ngày sinh": f"{1 + place % 28:02}/{1 + place % 12:02}/{1970 + place % 25}",
        "Giới tính": "Nam",
        "Số hiệu CBCCVC": f"NHAP-{size}-{place}",
        "Đơn vị": "Ủy ban nhân dân xã Số 2",
        "Chức vụ": "Chuyên viên",
        "Loại": "Công chức",
        "Ngày vào vị trí": "01/06/2018",
        "Trình độ chuyên môn": "Đại học",
        "Năm tốt nghiệp": "2017",
        "Lý luận chính trị": "Trung cấp",
    }


class _TakenBack(Exception):
    """Nothing of a repetition stays."""


def _import(stage: Stage) -> Deed:
    """In this process, through the action that the command line calls; taken back each time."""
    from django.db import transaction

    from congvu.contexts.personnel.actions import imports
    from congvu.kernel import scope
    from congvu.kernel.access import operator

    content, unit = stage.once("list", lambda: _list(stage)), commune(stage)[0]
    order = imports.Order("danh-sach.xlsx", content, unit, stage.day)

    def deed() -> None:
        with suppress(_TakenBack), stage.inside(), transaction.atomic(), scope.within([TOP]):
            found = imports.import_list(order, by=operator(over=unit), on=stage.day).counted
            if found["faults"] or found["new"] != min(ROWS, stage.size):
                raise RuntimeError(str(found["faults"][:3]))
            raise _TakenBack

    return deed


def _read_and_copy(stage: Stage) -> Deed:
    content: bytes = stage.once("list", lambda: _list(stage))

    def deed() -> None:
        rows: list[list[Any]] = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
        columns = ", ".join(f"c{place} text" for place in range(len(rows[0])))
        stage.sql.execute(f"CREATE TEMP TABLE IF NOT EXISTS handed_in ({columns})")
        with stage.sql.copy("COPY handed_in FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        stage.sql.execute("DROP TABLE handed_in")

    return deed


SCENARIOS = (
    Scenario(
        "create",
        "Thêm một người, qua biểu mẫu",
        _create,
        (the_bare_page(20),),
        note="HTTP: kiểm tra trùng, ghi hồ sơ, vị trí, trình độ, một sự kiện.",
    ),
    Scenario(
        "import",
        f"Nhập danh sách {ROWS:,} dòng".replace(",", "."),
        _import,
        (Limit("copy", "calamine đọc + COPY vào một bảng", _read_and_copy),),
        repeats=3,
        note="Trong tiến trình, bằng chính hành động của dòng lệnh; lùi lại sau mỗi lần.",
    ),
)
