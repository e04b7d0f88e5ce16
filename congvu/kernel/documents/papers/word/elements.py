"""Phần tử của Word: the few elements of WordprocessingML that a paper is made of."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from docx.oxml.parser import oxml_parser

from congvu.kernel.documents.papers.form import Form
from congvu.kernel.documents.papers.model import Figure, Text, spans

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TWIPS_A_MILLIMETRE = 1440 / 25.4
_NAMES = {"w": MAIN}
_ALIGNED = {"left": "left", "centre": "center", "right": "right"}


def element(tag: str, *children: Any, **attributes: str | int) -> Any:
    """Một phần tử `w:`: its children in order, its attributes by their short names."""
    named = {f"{{{MAIN}}}{name}": str(value) for name, value in attributes.items()}
    made = oxml_parser.makeelement(f"{{{MAIN}}}{tag}", named, nsmap=_NAMES)
    made.extend(child for child in children if child is not None)
    return made


def twips(millimetres: float) -> int:
    """Đổi mi-li-mét ra đơn vị của Word."""
    return round(millimetres * TWIPS_A_MILLIMETRE)


@dataclass
class Writer:
    """Người viết: makes paragraphs of one form, and numbers the content controls of one document."""

    form: Form
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def paragraph(self, text: Text, *, style: str, align: str = "", lead: str = "", loud: bool = False) -> Any:
        """Một đoạn theo kiểu đã đặt tên; `lead` goes before it, `loud` makes all of it bold."""
        properties = element("pPr", element("pStyle", val=style))
        if align:
            properties.append(element("jc", val=_ALIGNED[align]))
        made = element("p", properties)
        made.extend(self._inline(text, lead=lead, loud=loud))
        return made

    def _inline(self, text: Text, *, lead: str, loud: bool) -> Iterable[Any]:
        if lead:
            yield _run(lead)
        for span in spans(text):
            run = _run(span.text, bold=loud or span.bold, italic=getattr(span, "italic", False))
            yield self._control(span, run) if isinstance(span, Figure) else run

    def _control(self, figure: Figure, run: Any) -> Any:
        style = run.find(f"{{{MAIN}}}rPr")
        properties = element(
            "sdtPr",
            None if style is None else deepcopy(style),
            element("alias", val=(figure.label or figure.name)),
            element("tag", val=figure.name),
            element("id", val=next(self._numbers)),
            element("text"),
        )
        return element("sdt", properties, element("sdtContent", run))


def _run(words: str, *, bold: bool = False, italic: bool = False) -> Any:
    made = element("r")
    if bold or italic:
        made.append(element("rPr", element("b") if bold else None, element("i") if italic else None))
    for place, line in enumerate(words.split("\n")):
        if place:
            made.append(element("br"))
        text = element("t")
        text.text = line
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        made.append(text)
    return made


def field_of(instruction: str) -> Any:
    """Một trường, such as the number of the page."""
    return element("fldSimple", _run("1"), instr=instruction)
