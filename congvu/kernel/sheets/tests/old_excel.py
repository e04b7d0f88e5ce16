"""Tệp .xls nhỏ nhất: one stream of BIFF8 records in a compound file, for reading only."""

import struct
from collections.abc import Sequence
from typing import Any

_SECTOR = 512
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def old_workbook(rows: Sequence[Sequence[Any]], *, locked: bool = False) -> bytes:
    """Tệp Excel 97–2003 với một trang."""
    start = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6))
    lock = _record(0x002F, struct.pack("<HHHH", 1, 1, 1, 0) + b"\x01" * 46) if locked else b""
    name = "Trang1".encode("utf-16-le")
    before = len(start) + len(lock) + 4 + 8 + len(name) + 4
    sheet = _record(0x0085, struct.pack("<IHBB", before, 0, 6, 1) + name)
    end = _record(0x000A, b"")
    cells = [_cell(row, column, value) for row, line in enumerate(rows) for column, value in enumerate(line)]
    inner = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6)) + b"".join(cells) + end
    return compound("Workbook", start + lock + sheet + end + inner)


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _cell(row: int, column: int, value: str | float) -> bytes:
    if isinstance(value, str):
        text = struct.pack("<HB", len(value), 1) + value.encode("utf-16-le")
        return _record(0x0204, struct.pack("<HHH", row, column, 0) + text)
    return _record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def compound(name: str, stream: bytes) -> bytes:
    """Tệp phức hợp (OLE) với một luồng."""
    stream = stream.ljust(max(4096, -(-len(stream) // _SECTOR) * _SECTOR), b"\x00")
    count = len(stream) // _SECTOR
    chain = [_FAT, _END, *range(3, count + 2), _END]
    table = b"".join(struct.pack("<I", link) for link in chain).ljust(_SECTOR, b"\xff")
    root = _entry("Root Entry", 5, _END, 0, child=1)
    folder = (root + _entry(name, 2, 2, len(stream))).ljust(_SECTOR, b"\x00")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<I", 0) + struct.pack("<I", _FREE) * 108
    return header + table + folder + stream


def _entry(name: str, kind: int, start: int, size: int, *, child: int = _FREE) -> bytes:
    text = (name + "\x00").encode("utf-16-le")
    head = text.ljust(64, b"\x00") + struct.pack("<HBBIII", len(text), kind, 1, _FREE, _FREE, child)
    return head + bytes(36) + struct.pack("<IQ", start, size)
