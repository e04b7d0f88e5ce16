"""Gói tệp Word: what surrounds the words: typefaces, properties, and bytes that stay the same."""

import io
import zipfile
from datetime import datetime
from typing import Any

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from congvu.kernel.documents.papers import letterhead
from congvu.kernel.documents.papers.model import Paper
from congvu.kernel.documents.papers.word.elements import MAIN, element
from congvu.kernel.documents.papers.word.styles import ALTERNATIVE, TYPEFACE

_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
_NEEDLESS = ("/thumbnail", "/stylesWithEffects", "/customXml", "/webSettings")
_FONTS = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="{MAIN}"><w:font w:name="{TYPEFACE}"><w:altName w:val="{ALTERNATIVE}"/>\
<w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/><w:family w:val="roman"/>\
<w:pitch w:val="variable"/></w:font></w:fonts>"""
_WATERMARK = f"""<w:r xmlns:w="{MAIN}" xmlns:v="urn:schemas-microsoft-com:vml"><w:pict>
<v:shapetype id="_x0000_t136" coordsize="21600,21600" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"
  xmlns:o="urn:schemas-microsoft-com:office:office" o:spt="136">
  <v:path textpathok="t"/><v:textpath on="t" fitshape="t"/></v:shapetype>
<v:shape id="DuThao" type="#_x0000_t136" alt="{letterhead.DRAFT}" fillcolor="#d0d0d0" stroked="f"
  style="position:absolute;width:420pt;height:110pt;rotation:315;z-index:-251658752;\
mso-position-horizontal:center;mso-position-horizontal-relative:margin;\
mso-position-vertical:center;mso-position-vertical-relative:margin"><v:fill opacity=".5"/>
<v:textpath style="font-family:'{TYPEFACE}';font-weight:bold;font-size:1pt" string="{letterhead.DRAFT}"/></v:shape>
</w:pict></w:r>"""


def describe(document: Document, paper: Paper) -> None:
    """Thuộc tính của tệp: taken from the paper, never from the machine."""
    properties, day = document.core_properties, paper.day
    made = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - Word keeps an instant without a zone
    properties.title, properties.subject = letterhead.title(paper), letterhead.numbered(paper)
    properties.author = properties.last_modified_by = paper.issuer.body
    properties.language, properties.comments, properties.revision = paper.language, "", 1
    properties.created = properties.modified = made


def prepare(document: Document) -> None:
    """Dọn bản mẫu trống: our typefaces, today's Word, nobody else's thumbnail."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/fontTable"):
            relation.target_part._blob = _FONTS.encode()
    for holder in (document.part, document.part.package):
        for key in [key for key, relation in holder.rels.items() if relation.reltype.endswith(_NEEDLESS)]:
            del holder.rels[key]
    settings = document.settings.element
    for old in settings.findall(qn("w:compat")):
        old[:] = [_today()]


def watermark() -> Any:
    """Chữ chìm «Dự thảo»."""
    return parse_xml(_WATERMARK)


def packed(document: Document) -> bytes:
    """Đóng gói: the same parts always in the same bytes."""
    raw, still = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as loose, zipfile.ZipFile(still, "w") as tight:
        for name in loose.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            tight.writestr(entry, loose.read(name))
    return still.getvalue()


def _today() -> Any:
    uri = "http://schemas.microsoft.com/office/word"
    return element("compatSetting", name="compatibilityMode", uri=uri, val=15)
