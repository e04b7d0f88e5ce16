"""Kiểu trình bày: every element of the decree is a named style that an official can see in Word."""

from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

from congvu.kernel.documents.papers import form
from congvu.kernel.documents.papers.word.elements import element, twips

TYPEFACE = "Times New Roman"
ALTERNATIVE = "Tinos"  # same widths; named for machines without the first

COUNTRY = "QuocHieu"
MOTTO = "TieuNgu"
SUPERIOR = "CoQuanChuQuan"
BODY_NAME = "CoQuanBanHanh"
NUMBER = "SoKyHieu"
LETTER_ABSTRACT = "TrichYeuCongVan"
DRAFT = "DuThao"
PLACE_AND_DAY = "DiaDanhThoiGian"
KIND = "TenLoai"
ABSTRACT = "TrichYeu"
ADDRESSEE = "KinhGui"
ADDRESSEES = "KinhGuiNhieuNoi"
TEXT = "NoiDung"
BULLET = "GachDauDong"
NOTE = "GhiChu"
CAPTION = "TenBang"
CELL = "OBang"
COLUMN = "DauCot"
SECTION = "DongPhanNhom"
RECIPIENTS_TITLE = "NoiNhan"
RECIPIENT = "DongNoiNhan"
SIGNATORY = "ChucVuNguoiKy"
NAME = "HoTenNguoiKy"
ANNEX_NUMBER = "PhuLuc"
ANNEX_TITLE = "TenPhuLuc"
ANNEX_REFERENCE = "KemTheo"
PAGE_NUMBER = "SoTrang"
RULE = "DuongKe"
MARK = "SoMau"
FORM_TITLE = "TenMau"
BLANK = "DongKhai"
NUMBERED = "TenMuc"
BESIDE = "ChuGiuaO"
BESIDE_ITALIC = "ChuNghiengGiuaO"
FOOT = "ChanTrang"
HEADINGS = {1: "Heading1", 2: "Heading2", 3: "Heading3"}


@dataclass(frozen=True)
class Look:
    """Một kiểu: its name for people and how it looks, in points."""

    label: str
    size: float
    bold: bool = False
    italic: bool = False
    align: str = "center"
    before: float = 0
    after: float = 0
    lines: float = 1
    indent: float = 0
    kept: bool = False
    left: float = 0


def _looks(measures: form.Form) -> dict[str, Look]:
    pt, gap, lines = measures.pt, measures.pt("paragraph_spacing"), measures.lines
    text = {"align": "both", "before": gap, "lines": lines, "indent": measures.mm("first_line_indent")}
    heading = {**text, "align": "left", "bold": True, "kept": True}
    return {
        COUNTRY: Look("Quốc hiệu", pt("country_name"), bold=True),
        MOTTO: Look("Tiêu ngữ", pt("motto"), bold=True),
        SUPERIOR: Look("Cơ quan chủ quản", pt("issuing_body")),
        BODY_NAME: Look("Cơ quan ban hành", pt("issuing_body"), bold=True),
        NUMBER: Look("Số, ký hiệu", pt("number_and_symbol"), before=4),
        LETTER_ABSTRACT: Look("Trích yếu công văn", pt("letter_abstract"), before=3),
        DRAFT: Look("Dự thảo", pt("number_and_symbol"), bold=True, before=6),
        PLACE_AND_DAY: Look("Địa danh, thời gian", pt("place_and_date"), italic=True, before=4),
        KIND: Look("Tên loại văn bản", pt("document_type"), bold=True, before=18),
        ABSTRACT: Look("Trích yếu", pt("abstract"), bold=True),
        ADDRESSEE: Look("Kính gửi", pt("body"), before=12, after=8),
        ADDRESSEES: Look("Kính gửi nhiều nơi", pt("body"), align="left", before=3, left=45),
        TEXT: Look("Nội dung", pt("body"), **text),  # type: ignore[arg-type]
        BULLET: Look("Gạch đầu dòng", pt("body"), **text),  # type: ignore[arg-type]
        NOTE: Look("Ghi chú", form.NOTE_POINTS, italic=True, **text),  # type: ignore[arg-type]
        HEADINGS[1]: Look("", pt("body"), **heading),  # type: ignore[arg-type]
        HEADINGS[2]: Look("", pt("body"), **heading),  # type: ignore[arg-type]
        HEADINGS[3]: Look("", pt("body"), italic=True, **heading),  # type: ignore[arg-type]
        CAPTION: Look("Tên bảng", pt("body"), bold=True, before=8, after=6, kept=True),
        CELL: Look("Ô bảng", form.TABLE_POINTS, align="left", before=2, after=2),
        SECTION: Look("Dòng phân nhóm", form.TABLE_POINTS, bold=True, align="left", before=2, after=2, kept=True),
        COLUMN: Look("Đầu cột", form.TABLE_POINTS, bold=True, before=2, after=2),
        RECIPIENTS_TITLE: Look("Nơi nhận", pt("recipients_heading"), bold=True, italic=True, align="left"),
        RECIPIENT: Look("Dòng nơi nhận", pt("recipients_list"), align="left"),
        SIGNATORY: Look("Chức vụ người ký", pt("signer_title"), bold=True, kept=True),
        NAME: Look("Họ tên người ký", pt("signer_title"), bold=True, before=form.SIGNING_ROOM / 25.4 * 72),
        ANNEX_NUMBER: Look("Phụ lục", pt("annex_number"), bold=True),
        ANNEX_TITLE: Look("Tên phụ lục", pt("annex_title"), bold=True),
        ANNEX_REFERENCE: Look("Kèm theo", pt("annex_reference"), italic=True),
        PAGE_NUMBER: Look("Số trang", pt("page_number")),
        RULE: Look("Đường kẻ", 2),
        MARK: Look("Số mẫu", 11, italic=True, align="right", after=4),
        FORM_TITLE: Look("Tên mẫu", 16, bold=True, after=10),
        BLANK: Look("Dòng khai", form.BLANK_POINTS, align="left", before=2, after=3),
        NUMBERED: Look("Tên mục", form.BLANK_POINTS, bold=True, align="left", before=8, after=4, kept=True),
        BESIDE: Look("Chữ giữa ô", form.BLANK_POINTS),
        BESIDE_ITALIC: Look("Chữ nghiêng giữa ô", form.BLANK_POINTS, italic=True),
        FOOT: Look("Chân trang", 9, italic=True, align="left"),
    }


def install(document: Document, measures: form.Form) -> None:
    """Đặt các kiểu vào văn bản, in place of those of the blank template."""
    _plain_ground(document, measures)
    _clear(document)
    known = {style.style_id: style for style in document.styles}
    for identity, look in _looks(measures).items():
        style = known.get(identity) or document.styles.add_style(look.label, WD_STYLE_TYPE.PARAGRAPH)
        style.element.set(qn("w:styleId"), identity)
        _dress(style.element, look)


def _plain_ground(document: Document, measures: form.Form) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    size = round(measures.pt("body") * 2)
    defaults[:] = [_typeface(), element("sz", val=size), element("szCs", val=size), element("lang", val="vi-VN")]
    spaced = element("pPr", element("spacing", before=0, after=0, line=240, lineRule="auto"))
    document.styles.element.find(qn("w:docDefaults")).find(qn("w:pPrDefault"))[:] = [spaced]
    normal = document.styles["Normal"].element
    for name in ("w:rPr", "w:pPr"):
        for old in normal.findall(qn(name)):
            normal.remove(old)


def _clear(document: Document) -> None:
    """Of the styles of the blank template only those stay that Word cannot do without."""
    kept = {"Normal", "DefaultParagraphFont", "TableNormal", "NoList", *HEADINGS.values()}
    for style in document.styles.element.findall(qn("w:style")):
        if style.get(qn("w:styleId")) not in kept:
            document.styles.element.remove(style)
        for link in style.findall(qn("w:link")):
            style.remove(link)


def _typeface() -> Any:
    return element("rFonts", ascii=TYPEFACE, hAnsi=TYPEFACE, cs=TYPEFACE, eastAsia=TYPEFACE)


def _dress(style: Any, look: Look) -> None:
    for name in ("w:rPr", "w:pPr"):
        for old in style.findall(qn(name)):
            style.remove(old)
    style.append(_spacing(style, look))
    style.append(_letters(look))


def _spacing(style: Any, look: Look) -> Any:
    levels = {identity: level - 1 for level, identity in HEADINGS.items()}
    level = levels.get(style.get(qn("w:styleId")))
    return element(
        "pPr",
        element("keepNext") if look.kept else None,
        element(
            "spacing",
            before=round(look.before * 20),
            after=round(look.after * 20),
            line=round(look.lines * 240),
            lineRule="auto",
        ),
        element("ind", left=twips(look.left), firstLine=twips(look.indent)),
        element("jc", val=look.align),
        element("outlineLvl", val=level) if level is not None else None,
    )


def _letters(look: Look) -> Any:
    size = round(look.size * 2)
    return element(
        "rPr",
        _typeface(),
        element("b") if look.bold else None,
        element("i") if look.italic else None,
        element("sz", val=size),
        element("szCs", val=size),
    )
