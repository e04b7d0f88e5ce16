"""A whole report, with everything a paper can hold."""

from dataclasses import replace
from datetime import date
from typing import Any

from congvu.kernel.documents.papers import (
    Annex,
    Bullets,
    Column,
    Figure,
    Group,
    Heading,
    Issuer,
    Note,
    PageBreak,
    Paper,
    Paragraph,
    Run,
    Section,
    Signatory,
    Table,
    letterhead,
)
from congvu.kernel.documents.papers.model import plain, texts

SHORT = Table(
    columns=(
        Column("STT", "centre", 0.5),
        Column("Đơn vị", width=3),
        Column("Tổng số", "right"),
        Column("Nam", "right"),
        Column("Nữ", "right"),
    ),
    groups=(Group("", 3), Group("Trong đó", 2)),
    rows=(
        Section("I. Khối hành chính – sự nghiệp"),
        ("1", "Phòng Nội vụ", Figure("staff.home_affairs", "1.234", value=1234), "600", "634"),
        Section("II. Khối Đảng, đoàn thể"),
        ("2", "Ban Tổ chức Quận ủy", "9", "4", "5"),
    ),
    total=("", "Cộng", Figure("staff.all", "1.243", value=1243), "604", "639"),
    caption="Biểu 1. Số lượng cán bộ, công chức, viên chức",
)

LIST = Table(
    columns=(Column("STT", "centre", 0.4), Column("Họ và tên", width=2), Column("Còn thiếu", width=3)),
    rows=(
        ("1", "Nguyễn Thị Thùy Dương", "Trung cấp lý luận chính trị"),
        ("2", "Đỗ Hữu Ước", "Chứng chỉ quản lý nhà nước ngạch chuyên viên"),
    ),
)

REPORT = Paper(
    issuer=Issuer("Ủy ban nhân dân quận Bình Thủy", "Phòng Nội vụ", reference="Phòng Nội vụ quận Bình Thủy"),
    number="7",
    symbol="BC-PNV",
    place="Bình Thủy",
    day=date(2016, 2, 5),
    abstract="Kết quả rà soát trình độ của cán bộ, công chức, viên chức",
    addressees=("Ủy ban nhân dân quận Bình Thủy",),
    blocks=(
        Heading(1, "I. TÌNH HÌNH CHUNG"),
        Heading(2, "1. Số lượng"),
        Paragraph(
            (
                "Toàn quận có ",
                Figure("staff.all", "1.243", label="Tổng số người", value=1243, bold=True),
                " người, ",
                Run("trong đó", italic=True),
                " ",
                Figure("staff.lacking", "32", label="Chưa đạt chuẩn", value=32),
                " người chưa đạt chuẩn:",
            )
        ),
        Bullets((("Khối hành chính: ", Figure("lacking.administrative", "13", value=13), " người;"), "Khối Đảng: 19.")),
        SHORT,
        Note("Ghi chú: số liệu tính đến ngày 31 tháng 01 năm 2016."),
        PageBreak(),
        Heading(3, "a) Kiến nghị"),
        Paragraph("Kính trình Ủy ban nhân dân quận xem xét./."),
    ),
    signatory=Signatory("Phó Trưởng phòng", "Nguyễn Văn An", prefixes=("KT. Trưởng phòng",)),
    recipients=("Như trên", "Các phòng, ban", "Lưu: VT"),
    annexes=(
        Annex("Danh sách người chưa đạt chuẩn", (LIST,)),
        Annex("Cách tính", (Paragraph("So hồ sơ với tiêu chuẩn của vị trí."),), landscape=False),
    ),
)


def report(**changed: Any) -> Paper:
    """The report, with some of its parts changed."""
    return replace(REPORT, **changed)


def long_list(rows: int) -> Table:
    """A list of people of so many rows."""
    return replace(LIST, rows=tuple((str(n), "Nguyễn Thị Thùy Dương", "Ngoại ngữ") for n in range(1, rows + 1)))


def words(paper: Paper) -> list[str]:
    """Every line that any rendering of the paper has to show."""
    blocks = (*paper.blocks, *(block for annex in paper.annexes for block in annex.blocks))
    return [
        *letterhead.issuers(paper),
        letterhead.numbered(paper),
        letterhead.COUNTRY,
        letterhead.MOTTO,
        letterhead.placed_and_dated(paper),
        letterhead.kind(paper),
        letterhead.abstract(paper),
        *letterhead.addressees(paper),
        *(plain(text) for block in blocks for text in texts(block)),
        letterhead.RECIPIENTS,
        *letterhead.recipients(paper),
        *letterhead.signatory(paper),
        paper.signatory.name,
        *(letterhead.annex_number(paper, annex) for annex in paper.annexes),
        *(annex.title.upper() for annex in paper.annexes),
        letterhead.annex_reference(paper),
    ]
