"""The review of qualifications as a report: every figure in it is an indicator, every name a row behind one."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel import queries
from congvu.contexts.personnel.indicators.figures import INDICATORS
from congvu.contexts.personnel.models import Assignment
from congvu.contexts.personnel.rules import Requirement, explained, subject_label
from congvu.kernel.documents import papers
from congvu.kernel.documents.papers import pdf, sheet, word
from congvu.kernel.indicators import Asked, Figure, measure_all


@dataclass(frozen=True)
class Gap:
    """Chỗ còn thiếu: one person, one subject, the sentence that says what is missing and the text that asks for it."""

    held: Assignment
    subject: str
    unit_name: str
    because: str
    cites: str
    recorded: bool

    def as_data(self) -> dict[str, Any]:
        """The gap as the command line and the API give it."""
        return {
            "id": self.held.person_id,
            "full_name": self.held.person.full_name,
            "unit": self.unit_name,
            "post": self.held.post.title,
            "subject": self.subject,
            "because": self.because,
            "cites": self.cites,
        }


@dataclass(frozen=True)
class Review:
    """Kết quả rà soát: the figures and the gaps of a unit as of a day."""

    asked: Asked
    unit_name: str
    figures: tuple[Figure, ...]
    gaps: tuple[Gap, ...]
    counted: int

    def figure(self, name: str) -> Figure:
        """The figure of that name."""
        return {figure.indicator.name: figure for figure in self.figures}[name]

    def as_data(self) -> dict[str, Any]:
        """The review as the command line and the API give it."""
        return {
            "report": "qualification-review",
            "unit": self.unit_name,
            "as_of": self.asked.on.isoformat(),
            "since": self.asked.since.isoformat(),
            "staff": self.counted,
            "figures": [figure.as_data() for figure in self.figures],
            "gaps": [gap.as_data() for gap in self.gaps],
        }


def review(asked: Asked) -> Review:
    """Rà soát trình độ: all figures and all gaps of the unit as of the day, in a fixed number of queries."""
    record = organisations.record_of(asked.unit, on=asked.on)
    return Review(
        asked=asked,
        unit_name=record.name,
        figures=tuple(measure_all(INDICATORS, asked)),
        gaps=tuple(as_gap(row) for row in queries.gaps(asked.unit, on=asked.on)),
        counted=queries.staff(asked.unit, on=asked.on).order_by().count(),
    )


def as_gap(row: Any) -> Gap:
    """A row of the gap list with its sentence and its text."""
    asks = Requirement(row.subject, row.required, row.held, row.recorded, row.basis, row.standing)
    return Gap(row, row.subject, row.unit_name or "", explained(asks), asks.cites, asks.recorded)


def rendered_review(asked: Asked, *, form: str) -> bytes:
    """Báo cáo thành tệp: the report as pdf, docx or xlsx."""
    renderings = {"pdf": pdf.render, "docx": word.render, "xlsx": sheet.render}
    return renderings[form](paper(review(asked)))


def paper(found: Review, *, draft: bool = True) -> papers.Paper:
    """Báo cáo rà soát: the report in the official layout, with the people who fall short in its annex."""
    return papers.Paper(
        issuer=papers.Issuer("Ủy ban nhân dân", found.unit_name, reference=found.unit_name),
        number="",
        symbol="BC-UBND",
        place=found.unit_name.removeprefix("Quận ").removeprefix("Huyện ").removeprefix("Phường "),
        day=found.asked.on,
        kind="BÁO CÁO",
        abstract="Kết quả rà soát trình độ cán bộ, công chức, viên chức",
        blocks=(*_opening(found), *_levels(found), *_training(found), *_shortfalls(found)),
        signatory=papers.Signatory("THỦ TRƯỞNG CƠ QUAN", ""),
        recipients=("Cơ quan cấp trên", "Lưu: VT"),
        annexes=(_people(found),) if found.gaps else (),
        draft=draft,
    )


def _opening(found: Review) -> tuple[papers.Block, ...]:
    day = f"{found.asked.on:%d/%m/%Y}"
    total = papers.Figure("staff", f"{found.counted:,}".replace(",", "."), value=found.counted, label="Số người")
    text = (f"Số liệu tính đến ngày {day}; thời gian đào tạo, bồi dưỡng tính từ ngày {found.asked.since:%d/%m/%Y}. ",)
    return (
        papers.Heading(1, "I. ĐỘI NGŨ ĐƯỢC RÀ SOÁT"),
        papers.Paragraph((*text, "Tổng số người được rà soát là ", total, " người.")),
    )


def _levels(found: Review) -> tuple[papers.Block, ...]:
    shares = [figure for figure in found.figures if figure.indicator.is_share]
    rows = tuple(
        (str(place), figure.indicator.label, _number(figure, "n"), _number(figure, "d"), _bound(figure))
        for place, figure in enumerate(shares, 1)
    )
    columns = (
        papers.Column("STT", "centre", 0.5),
        papers.Column("Chỉ tiêu", width=4),
        papers.Column("Số người đạt", "right"),
        papers.Column("Số người rà soát", "right"),
        papers.Column("Tỷ lệ", "right"),
    )
    return (papers.Heading(1, "II. TRÌNH ĐỘ SO VỚI YÊU CẦU"), papers.Table(columns=columns, rows=rows))


def _training(found: Review) -> tuple[papers.Block, ...]:
    counts = [figure for figure in found.figures if not figure.indicator.is_share]
    lines = tuple((f"{figure.indicator.label}: ", _bound(figure)) for figure in counts)
    return (papers.Heading(1, "III. CỬ ĐI ĐÀO TẠO, BỒI DƯỠNG"), papers.Bullets(lines))


def _shortfalls(found: Review) -> tuple[papers.Block, ...]:
    heading = papers.Heading(1, "IV. NGƯỜI CHƯA ĐẠT TIÊU CHUẨN CỦA VỊ TRÍ")
    if not found.gaps:
        return (heading, papers.Paragraph("Không có người nào chưa đạt tiêu chuẩn của vị trí đang giữ."))
    people = len({gap.held.person_id for gap in found.gaps})
    total = papers.Figure("gaps.people", str(people), value=people, label="Người chưa đạt tiêu chuẩn")
    units = Counter((gap.unit_name, subject_label(gap.subject)) for gap in found.gaps)
    rows = tuple(
        (str(place), unit or "Chưa rõ đơn vị", subject, str(number))
        for place, ((unit, subject), number) in enumerate(sorted(units.items()), 1)
    )
    columns = (
        papers.Column("STT", "centre", 0.5),
        papers.Column("Đơn vị", width=3),
        papers.Column("Nội dung", width=2),
        papers.Column("Số người", "right"),
    )
    told = papers.Paragraph(("Có ", total, " người chưa đạt hoặc hồ sơ chưa ghi đủ trình độ theo yêu cầu của vị trí."))
    return (heading, told, papers.Table(columns=columns, rows=rows))


def _people(found: Review) -> papers.Annex:
    columns = (
        papers.Column("STT", "centre", 0.5),
        papers.Column("Họ và tên", width=2),
        papers.Column("Đơn vị", width=2),
        papers.Column("Vị trí", width=2),
        papers.Column("Nội dung còn thiếu", width=4),
        papers.Column("Căn cứ", width=3),
    )
    rows = tuple(
        (
            str(place),
            gap.held.person.full_name,
            gap.unit_name,
            gap.held.post.title,
            gap.because,
            gap.cites,
        )
        for place, gap in enumerate(found.gaps, 1)
    )
    return papers.Annex("Danh sách người chưa đạt tiêu chuẩn của vị trí", (papers.Table(columns=columns, rows=rows),))


def _bound(figure: Figure) -> papers.Figure:
    return papers.Figure(figure.indicator.name, figure.text, label=figure.indicator.label, value=figure.value)


def _number(figure: Figure, part: str) -> papers.Figure:
    number = figure.numerator if part == "n" else figure.denominator or 0
    said = f"{number:,}".replace(",", ".")
    return papers.Figure(f"{figure.indicator.name}.{part}", said, label=figure.indicator.label, value=number)
