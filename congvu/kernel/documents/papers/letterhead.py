"""Lời của thể thức: the fixed words of a paper, the same in every rendering."""

from datetime import date

from congvu.kernel.documents.papers.model import Annex, Paper

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
DRAFT = "DỰ THẢO"
ADDRESSED = "Kính gửi:"
RECIPIENTS = "Nơi nhận:"
DOTS = "…" * 5  # a blank that nobody has filled in

_ROOM = "\N{NO-BREAK SPACE}" * 8
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def issuers(paper: Paper) -> tuple[str, str]:
    """Cơ quan chủ quản và cơ quan ban hành, in capitals."""
    return paper.issuer.superior.upper(), paper.issuer.body.upper()


def numbered(paper: Paper) -> str:
    """Số và ký hiệu, with room for the number while there is none."""
    return f"Số: {_number(paper)}/{paper.symbol}"


def placed_and_dated(paper: Paper) -> str:
    """Địa danh và thời gian ban hành."""
    return f"{paper.place}, {dated(paper.day)}"


def dated(day: date) -> str:
    """Ngày, tháng, năm: days below ten and the first two months carry a nought."""
    month = f"{day.month:02}" if day.month < 3 else day.month
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def kind(paper: Paper) -> str:
    """Tên loại, in capitals; empty for an official letter."""
    return paper.kind.upper()


def abstract(paper: Paper) -> str:
    """Trích yếu; that of an official letter stands under its number."""
    return paper.abstract if paper.kind else f"V/v {paper.abstract}"


def title(paper: Paper) -> str:
    """Tên gọi một dòng: for lists and for the properties of a file."""
    named = " ".join(part for part in (paper.kind.capitalize() or "Công văn", paper.abstract) if part)
    return " ".join(named.split())


def addressees(paper: Paper) -> tuple[str, ...]:
    """Kính gửi: one name stays on the line, several stand below each other."""
    if len(paper.addressees) == 1:
        return (f"{ADDRESSED} {paper.addressees[0]}",)
    return (ADDRESSED, *_listed(paper.addressees)) if paper.addressees else ()


def signatory(paper: Paper) -> tuple[str, ...]:
    """Quyền hạn, chức vụ của người ký, in capitals."""
    return tuple(line.upper() for line in (*paper.signatory.prefixes, paper.signatory.title))


def recipients(paper: Paper) -> tuple[str, ...]:
    """Nơi nhận."""
    return _listed(paper.recipients)


def annex_number(paper: Paper, annex: Annex) -> str:
    """Phụ lục và số thứ tự: a single annex has no number."""
    if len(paper.annexes) == 1:
        return "Phụ lục"
    place = next(place for place, other in enumerate(paper.annexes, start=1) if other is annex)
    return f"Phụ lục {_roman(place)}"


def annex_reference(paper: Paper) -> str:
    """Chỉ dẫn kèm theo."""
    named = paper.kind.capitalize() or "Công văn"
    issuer = paper.issuer.reference or paper.issuer.body
    return f"(Kèm theo {named} số {_number(paper)}/{paper.symbol} {dated(paper.day)} của {issuer})"


def _number(paper: Paper) -> str:
    return paper.number.zfill(2) if paper.number else _ROOM


def _listed(names: tuple[str, ...]) -> tuple[str, ...]:
    bare = [name.rstrip(" .;,") for name in names]
    return tuple(f"- {name}{'.' if place == len(bare) else ';'}" for place, name in enumerate(bare, start=1))


def _roman(number: int) -> str:
    letters = ""
    for value, letter in _ROMAN:
        times, number = divmod(number, value)
        letters += letter * times
    return letters
