"""Đo tệp trước khi đọc: every part of a workbook is inflated and walked once, within the limits."""

import datetime as dt
import posixpath
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from .archives import Limits, inflated, opened
from .extents import Attributes, DateFormats, TableExtent, WorksheetExtent, local, parse
from .values import PartialDate, Precision

Place = tuple[int, int]


@dataclass(frozen=True)
class Notes:
    """Ghi chú về một trang: columns with an error by row, and dates shown without their day."""

    errors: Mapping[int, Sequence[int]] = field(default_factory=dict)
    coarse: Mapping[Place, Precision] = field(default_factory=dict)

    def told(self, place: Place, day: dt.date) -> PartialDate:
        """Ngày như người đọc thấy: a first of the month that is shown as 03/1980 was typed as 03/1980."""
        precision = self.coarse.get(place, Precision.DAY)
        if day.day != 1 or (precision is Precision.YEAR and day.month != 1):
            precision = Precision.DAY
        return PartialDate(day, precision)


def measured(content: bytes, limits: Limits) -> dict[str, Notes]:
    """Đo tệp .xlsx, .xlsm hoặc .ods; notes by sheet name. Raises UnreadableSheet."""
    archive = opened(content)
    names = set(archive.namelist())
    coarse = _coarse_formats(content, archive) if "xl/styles.xml" in names else {}
    walked = {part.filename: _walk(content, part, coarse, limits) for part in archive.infolist() if not part.is_dir()}
    if "xl/workbook.xml" not in names:
        return {}
    paths = _sheet_paths(content, archive)
    return {name: walked[path] for name, path in paths.items() if path in walked}


def _coarse_formats(content: bytes, archive: zipfile.ZipFile) -> dict[int, Precision]:
    formats = DateFormats()
    parse(inflated(content, archive.getinfo("xl/styles.xml")), formats)
    return formats.coarse


def _walk(content: bytes, part: zipfile.ZipInfo, coarse: Mapping[int, Precision], limits: Limits) -> Notes:
    pieces = inflated(content, part)
    first = next(pieces, b"")
    if not first.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<") or part.filename.endswith(".vml"):
        _exhaust(pieces)
        return Notes()
    if part.filename == "content.xml":
        parse(_chained(first, pieces), TableExtent(limits))
        return Notes()
    extent = WorksheetExtent(limits, frozenset(coarse))
    parse(_chained(first, pieces), extent)
    return Notes(extent.errors, {place: coarse[style] for place, style in extent.styled.items()})


def _chained(first: bytes, pieces: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from pieces


def _exhaust(pieces: Iterator[bytes]) -> None:
    for _ in pieces:
        pass


def _sheet_paths(content: bytes, archive: zipfile.ZipFile) -> dict[str, str]:
    """Where each named sheet lies: the workbook names a relation, the relation names a part."""
    links: dict[str, str] = {}
    targets: dict[str, str] = {}

    def sheet(name: str, attributes: Attributes) -> None:
        if local(name) == "sheet":
            links[attributes.get("name", "")] = attributes.get("r:id", "")

    def relation(name: str, attributes: Attributes) -> None:
        if local(name) == "Relationship":
            targets[attributes.get("Id", "")] = posixpath.join("/xl", attributes.get("Target", "")).lstrip("/")

    parse(inflated(content, archive.getinfo("xl/workbook.xml")), sheet)
    if "xl/_rels/workbook.xml.rels" in archive.namelist():
        parse(inflated(content, archive.getinfo("xl/_rels/workbook.xml.rels")), relation)
    return {name: posixpath.normpath(targets[link]) for name, link in links.items() if link in targets}
