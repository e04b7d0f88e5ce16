"""Xuất: everybody as a workbook, a paper as PDF."""

import io
import json
from typing import Any

import typst
import xlsxwriter

from bench.lists import commune
from bench.scenario import Answer, Deed, Limit, Scenario, Stage, opening

_EVERYBODY = """
SELECT p.full_name, p.born_on, r.name, s.kind, l.professional, l.theory, m.id IS NOT NULL
FROM personnel_person p
JOIN personnel_assignment a ON a.person_id = p.identity_id AND a.kind = 'principal'
  AND coalesce(a.valid @> current_date, false)
JOIN organisations_post t ON t.id = a.post_id
JOIN organisations_unitrecord r ON r.unit_id = t.unit_id AND coalesce(r.valid @> current_date, false)
LEFT JOIN personnel_service s ON s.person_id = p.identity_id AND coalesce(s.valid @> current_date, false)
LEFT JOIN personnel_partymembership m ON m.person_id = p.identity_id AND coalesce(m.valid @> current_date, false)
LEFT JOIN (
  SELECT person_id, max(level) FILTER (WHERE subject = 'professional') AS professional,
         max(level) FILTER (WHERE subject = 'political_theory') AS theory
  FROM personnel_study WHERE awarded_on <= current_date AND withdrawn_on IS NULL GROUP BY person_id
) l ON l.person_id = p.identity_id
ORDER BY p.sort_key, p.identity_id
"""


def _read_and_write(stage: Stage) -> Deed:
    """The same rows by one statement, the same cells by XlsxWriter alone."""

    def deed() -> bytes:
        held = io.BytesIO()
        book = xlsxwriter.Workbook(held, {"constant_memory": True})
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "dd/mm/yyyy"})
        for row, (name, born, unit, kind, professional, theory, member) in enumerate(stage.rows(_EVERYBODY)):
            sheet.write_number(row, 0, row + 1)
            sheet.write_string(row, 1, name)
            sheet.write_datetime(row, 2, born, day)
            for column, value in enumerate((unit, kind, professional, theory, member), 3):
                sheet.write_string(row, column, str(value))
        book.close()
        return held.getvalue()

    return deed


def _paper(stage: Stage) -> Deed:
    unit = commune(stage)[0]
    return lambda: stage.page(f"/ra-soat/bao-cao/pdf/?don-vi={unit}")


def _bare_typst(stage: Stage) -> Deed:
    """The words of the paper with typst's own looks: its rows as a table, without our layout and tags."""
    answer: Answer = stage.page(f"/ra-soat/bao-cao/xlsx/?don-vi={commune(stage)[0]}")
    rows = _cells(answer.body)
    source = b"#table(columns: 6, ..json(bytes(sys.inputs.rows)).flatten())"
    return lambda: typst.compile(source, format="pdf", sys_inputs={"rows": json.dumps(rows)})


def _cells(book: bytes) -> list[list[str]]:
    from python_calamine import CalamineWorkbook

    sheets = CalamineWorkbook.from_filelike(io.BytesIO(book))
    rows: list[list[Any]] = [row for name in sheets.sheet_names for row in sheets.get_sheet_by_name(name).to_python()]
    return [[str(cell) for cell in (*row, *[""] * 6)][:6] for row in rows]


SCENARIOS = (
    Scenario(
        "excel",
        "Excel của tất cả mọi người",
        opening("/can-bo/excel/"),
        (Limit("raw", "Câu SQL + XlsxWriter", _read_and_write, 1.3),),
        repeats=3,
    ),
    Scenario(
        "pdf",
        "Báo cáo rà soát của một xã, PDF",
        _paper,
        (Limit("typst", "typst trần với chừng ấy dòng", _bare_typst),),
        repeats=10,
    ),
)
