"""Tệp Excel cũ (.xls): the records of its workbook, walked within the limits before anything is loaded."""

import struct
from collections.abc import Iterator

from .archives import DAMAGED, ENCRYPTED, Limits
from .extents import refuse_beyond
from .values import UnreadableSheet

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST = 0xFFFFFFFA  # sector numbers from here on are marks
_LOCK = 0x002F
_CELLS = frozenset((0x02, 0x03, 0x04, 0x05, 0x06, 0xD6, 0xFD, 0x203, 0x204, 0x205, 0x206, 0x27E, 0x406))
_MANY_CELLS = 0xBD  # numbers side by side; the last column closes the record


def measured_old(content: bytes, limits: Limits) -> None:
    """Đo tệp .xls. Raises UnreadableSheet when it is locked, damaged or reaches beyond the limits."""
    try:
        stream = _workbook(content)
        _walk(stream, limits)
    except (struct.error, IndexError):
        raise UnreadableSheet(DAMAGED) from None


def _walk(stream: bytes, limits: Limits) -> None:
    at = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        if kind == _LOCK:
            raise UnreadableSheet(ENCRYPTED)
        if kind in _CELLS and size >= 4:
            row, column = struct.unpack_from("<HH", stream, at + 4)
            refuse_beyond(row, column, limits)
        elif kind == _MANY_CELLS and size >= 6:
            (row,) = struct.unpack_from("<H", stream, at + 4)
            (last,) = struct.unpack_from("<H", stream, at + 2 + size)
            refuse_beyond(row, last, limits)
        at += 4 + size


def _workbook(content: bytes) -> bytes:
    """The stream called Workbook, or Book before Excel 97."""
    (shift,) = struct.unpack_from("<H", content, 30)
    if shift not in (9, 12):
        raise UnreadableSheet(DAMAGED)
    sector = 1 << shift
    table = _table(content, sector)
    (folder,) = struct.unpack_from("<I", content, 48)
    found = {name: place for name, *place in _entries(_chain(content, folder, table, sector))}
    start, size = found.get("workbook") or found.get("book") or (0, 0)
    if size < 4096:  # Excel pads a workbook to 4096 bytes; smaller ones lie where only damage puts them
        raise UnreadableSheet(DAMAGED)
    return _chain(content, start, table, sector)[:size]


def _entries(folder: bytes) -> Iterator[tuple[str, int, int]]:
    for at in range(0, len(folder) - 127, 128):
        (length,) = struct.unpack_from("<H", folder, at + 64)
        name = folder[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", errors="replace")
        start, size = struct.unpack_from("<II", folder, at + 116)
        if folder[at + 66] == 2:
            yield name.lower(), start, size


def _table(content: bytes, sector: int) -> list[int]:
    """Which sector follows which."""
    places = list(struct.unpack_from("<109I", content, 76))
    (following,) = struct.unpack_from("<I", content, 68)
    seen: set[int] = set()
    while following < _LAST and following not in seen:
        seen.add(following)
        *more, following = struct.unpack_from(f"<{sector // 4}I", content, (following + 1) * sector)
        places += more
    links: list[int] = []
    for place in places:
        if place < _LAST:
            links += struct.unpack_from(f"<{sector // 4}I", content, (place + 1) * sector)
    return links


def _chain(content: bytes, start: int, table: list[int], sector: int) -> bytes:
    pieces: list[bytes] = []
    at = start
    while at < _LAST:
        if len(pieces) > len(table):
            raise UnreadableSheet(DAMAGED)
        pieces.append(content[(at + 1) * sector : (at + 2) * sector])
        at = table[at]
    return b"".join(pieces)
