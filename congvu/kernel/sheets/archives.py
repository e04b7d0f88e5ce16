"""Ruột tệp nén: how far the cells of a workbook reach, measured before any memory is given to them.

A spreadsheet of a few kilobytes can unpack to gigabytes, or hold one cell in its last row and column so
that a reader reserves room for all between. Every part is inflated here once, bounded, in small pieces.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from .values import UnreadableSheet

DAMAGED = "Tệp bị hỏng nên không đọc được; đề nghị mở tệp bằng Excel, lưu lại dạng .xlsx rồi gửi lại."
ENCRYPTED = "Tệp được đặt mật khẩu nên không đọc được; đề nghị bỏ mật khẩu khi lưu rồi gửi lại."
_PIECE = 64 * 1024


@dataclass(frozen=True)
class Limits:
    """Giới hạn của một tệp: bytes as sent, bytes once unpacked, and how far its cells may reach."""

    bytes: int = 20 * 1024 * 1024
    unpacked: int = 400 * 1024 * 1024
    rows: int = 60_000
    columns: int = 150


DEFAULT = Limits()


def opened(content: bytes) -> zipfile.ZipFile:
    """Tệp nén. Raises UnreadableSheet when it is damaged or locked."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error):
        raise UnreadableSheet(DAMAGED) from None
    if any(part.flag_bits & 1 for part in archive.infolist()):
        raise UnreadableSheet(ENCRYPTED)
    return archive


def weigh(archive: zipfile.ZipFile, limits: Limits) -> None:
    """Cân tệp: refuse what says of itself that it unpacks to more than the limit."""
    if sum(part.file_size for part in archive.infolist()) > limits.unpacked:
        raise UnreadableSheet(too_large_unpacked(limits))


def too_large_unpacked(limits: Limits) -> str:
    """Câu từ chối tệp bung ra quá lớn."""
    return (
        f"Tệp khi giải nén lớn hơn {limits.unpacked // 2**20} MB nên không được nhận; "
        "đề nghị xóa hình ảnh, định dạng thừa hoặc tách thành nhiều tệp."
    )


def inflated(content: bytes, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """Nội dung một phần, in pieces. Raises UnreadableSheet when it holds more than it says."""
    data = memoryview(content)[_start(content, part) :][: part.compress_size]
    if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise UnreadableSheet(DAMAGED)
    pieces = _stored(data) if part.compress_type == zipfile.ZIP_STORED else _deflated(data)
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > part.file_size:
            raise UnreadableSheet(DAMAGED)
        yield piece


def whole(content: bytes, archive: zipfile.ZipFile, name: str) -> bytes:
    """Toàn bộ một phần, for small ones."""
    return b"".join(inflated(content, archive.getinfo(name)))


def _start(content: bytes, part: zipfile.ZipInfo) -> int:
    header = content[max(0, part.header_offset) :][:30]
    if len(header) < 30 or header[:4] != b"PK\x03\x04":
        raise UnreadableSheet(DAMAGED)
    name, extra = struct.unpack("<HH", header[26:30])
    return part.header_offset + 30 + int(name) + int(extra)


def _stored(data: memoryview) -> Iterator[bytes]:
    for at in range(0, len(data), _PIECE):
        yield bytes(data[at : at + _PIECE])


def _deflated(data: memoryview) -> Iterator[bytes]:
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for piece in _stored(data):
            while piece and not inflate.eof:
                yield inflate.decompress(piece, _PIECE)
                piece = inflate.unconsumed_tail
        yield inflate.flush()
    except zlib.error:
        raise UnreadableSheet(DAMAGED) from None
