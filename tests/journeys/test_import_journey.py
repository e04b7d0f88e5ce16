"""Nhập danh sách: 240 people with twelve faults come in, go back, come again, and are counted."""

import io
import re
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests.journeys import roster
from tests.journeys.browser import Enter, Visitor
from tests.journeys.looks import look

pytestmark = pytest.mark.usefixtures("background")
PATIENCE = 60_000


def counted(visitor: Visitor) -> int:
    """How many people the list of staff has."""
    visitor.open("/can-bo/")
    told = re.search(r"[\d.]+", visitor.page.locator(".cv-total").inner_text())
    assert told
    return int(told[0].replace(".", ""))


def share(visitor: Visitor, name: str) -> tuple[int, int]:
    """How many of how many, as the figure's page says it."""
    visitor.open(f"/ra-soat/chi-so/{name}/")
    told = re.search(r"([\d.]+) (?:trên|/) ([\d.]+)", visitor.page.locator("#main").inner_text())
    assert told
    return int(told[1].replace(".", "")), int(told[2].replace(".", ""))


def hand_in(visitor: Visitor, content: bytes, name: str = "danh-sach-quan.xlsx") -> None:
    """From the list of imports to the page of the new one, until it has been checked."""
    page = visitor.page
    visitor.open("/nhap-du-lieu/")
    page.get_by_role("link", name="Nộp danh sách").first.click()
    visitor.give("Tệp bảng tính", content, name)
    page.get_by_label("Số liệu tính đến ngày").fill("10/04/2016")
    page.get_by_role("button", name="Nộp và kiểm tra tệp").click()
    expect(page.get_by_role("heading", name="Kết quả kiểm tra")).to_be_visible(timeout=PATIENCE)


def faulty_rows(page: Page) -> list[int]:
    """The rows that the page names as faulty."""
    page.locator("#faults details").evaluate_all("folded => folded.forEach(each => { each.open = true })")
    return sorted(int(row) for row in page.locator("#faults tbody tr td:first-child").all_inner_texts())


def marked_rows(workbook: Path) -> list[int]:
    """The rows that the returned workbook marks, in its last column."""
    sheet = openpyxl.load_workbook(workbook)["Danh sách"]
    heads = {cell.value: cell.column for row in sheet.iter_rows(max_row=roster.FIRST_ROW) for cell in row if cell.value}
    column = heads["Lỗi cần sửa"]
    return [row for row in range(roster.FIRST_ROW, sheet.max_row + 1) if sheet.cell(row, column).value]


def test_the_template_names_the_columns_and_the_units_of_the_officer(enter: Enter, tmp_path: Path):
    visitor = enter("chuyenvien")
    visitor.open("/nhap-du-lieu/")

    got = visitor.download(visitor.page.get_by_role("link", name="Tải tệp mẫu"), tmp_path)

    book = openpyxl.load_workbook(io.BytesIO(got.read_bytes()))
    words = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value}
    assert {"Họ và tên", "Ngày sinh", "Đơn vị", "Trình độ chuyên môn", "Phòng Nội vụ quận Bình Thủy"} <= words


def test_a_list_of_240_is_checked_corrected_and_counted(enter: Enter, tmp_path: Path):
    lines, trained = roster.people(), sum(1 for line in roster.people() if line.theory)
    visitor = enter("chuyenvien")
    people, theory = counted(visitor), share(visitor, "theory_administrative")

    marked = _twelve_faults_come_back(visitor, lines, tmp_path)
    assert (counted(visitor), share(visitor, "theory_administrative")) == (people, theory)
    _corrected_it_is_written(visitor, roster.mended(marked.read_bytes(), lines))

    assert counted(visitor) == people + 240
    assert share(visitor, "theory_administrative") == (theory[0] + trained, theory[1] + 240)
    _somebody_of_it_is_found(visitor, lines[-1].name)
    _a_second_time_it_changes_nothing(visitor, lines)


def _twelve_faults_come_back(visitor: Visitor, lines: list[roster.Line], folder: Path) -> Path:
    hand_in(visitor, roster.workbook(roster.with_faults(lines)))
    assert faulty_rows(visitor.page) == roster.rows_with_faults()
    told = visitor.page.locator("#faults").inner_text()
    assert not look(visitor, "import-faults")
    assert [value for _, value, _ in roster.FAULTS.values() if value not in told] == []
    marked = visitor.download(visitor.page.get_by_role("link", name="Tệp có đánh dấu lỗi"), folder)
    assert marked_rows(marked) == roster.rows_with_faults()
    return marked


def _corrected_it_is_written(visitor: Visitor, content: bytes) -> None:
    hand_in(visitor, content, "danh-sach-da-sua.xlsx")
    expect(visitor.page.locator("#faults")).to_have_count(0)
    assert not look(visitor, "import-checked")
    visitor.page.get_by_role("button", name="Ghi 240 hồ sơ mới").click()
    expect(visitor.page.get_by_text("Đã ghi 240 hồ sơ mới vào hồ sơ.")).to_be_visible(timeout=PATIENCE)
    assert not look(visitor, "import-written")


def _somebody_of_it_is_found(visitor: Visitor, name: str) -> None:
    visitor.open(f"/can-bo/?q={name}")
    visitor.page.locator("td.is-main > a").first.click()
    assert visitor.h1() == name
    visitor.open("/can-bo/?q=cong+tang")
    assert not look(visitor, "people-long-names")


def _a_second_time_it_changes_nothing(visitor: Visitor, lines: list[roster.Line]) -> None:
    hand_in(visitor, roster.workbook(lines), "danh-sach-lan-hai.xlsx")
    expect(visitor.page.locator("#faults, #changes, #newcomers")).to_have_count(0)
    counts = visitor.page.locator("section", has=visitor.page.get_by_role("heading", name="Kết quả kiểm tra"))
    assert re.search(r"Không đổi\s+240", counts.inner_text())


def test_a_post_that_the_unit_does_not_have_yet_is_created_with_the_people(enter: Enter):
    line = replace(roster.people(1)[0], post="Chuyên viên theo dõi thi hành pháp luật")
    visitor = enter("chuyenvien")

    hand_in(visitor, roster.workbook([line]))
    visitor.page.get_by_role("button", name="Ghi 1 hồ sơ mới").click()

    expect(visitor.page.get_by_text("Đã ghi 1 hồ sơ mới vào hồ sơ.")).to_be_visible(timeout=PATIENCE)
    visitor.open(f"/can-bo/?q={line.name}")
    expect(visitor.page.locator("td.is-main", has_text=line.post)).to_be_visible()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"%PDF-1.7 khong phai bang tinh", "bảng tính", id="tệp không phải bảng tính"),
        pytest.param(b"", "Tệp trống", id="tệp trống"),
    ],
)
def test_a_file_that_is_no_list_is_refused_in_one_sentence(enter: Enter, content, words):
    visitor = enter("chuyenvien")
    page = visitor.page
    visitor.open("/nhap-du-lieu/tep/")
    visitor.give("Tệp bảng tính", content)

    with visitor.refused(422):
        page.get_by_role("button", name="Nộp và kiểm tra tệp").click()
        page.locator("#form-errors").wait_for()

    assert words in page.locator("#form-errors").inner_text()
    visitor.open("/nhap-du-lieu/")
    assert "0 đợt nhập" in page.locator(".cv-total").inner_text()


def test_a_list_is_handed_in_and_confirmed_without_javascript(enter: Enter):
    plain = enter("chuyenvien", scripting=False)
    page = plain.page
    lines = roster.people(3)
    plain.open("/nhap-du-lieu/tep/")
    plain.give("Tệp bảng tính", roster.workbook(lines))
    page.get_by_label("Số liệu tính đến ngày").fill("10/04/2016")
    page.get_by_role("button", name="Nộp và kiểm tra tệp").click()

    expect(page.get_by_role("heading", name="Kết quả kiểm tra")).to_be_visible(timeout=30_000)
    page.get_by_role("button", name="Ghi 3 hồ sơ mới").click()

    expect(page.get_by_text("Đã ghi 3 hồ sơ mới vào hồ sơ.")).to_be_visible(timeout=30_000)
    plain.open(f"/can-bo/?q={lines[0].name}")
    assert lines[0].name in page.locator("td.is-main > a").all_inner_texts()
