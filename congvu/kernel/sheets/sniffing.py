"""Nhận dạng tệp: what a file is by its content, never by its name."""

import zipfile
from enum import StrEnum
from pathlib import Path

from .archives import ENCRYPTED, Limits, opened, weigh, whole
from .compounds import MAGIC
from .values import UnreadableSheet


class Format(StrEnum):
    """Loại tệp bảng tính đọc được."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    CSV = "csv"


EMPTY = "Tệp trống, không có dữ liệu nào; đề nghị kiểm tra lại tệp rồi gửi lại."
_ACCEPTED = "đề nghị gửi bảng tính dạng .xlsx, .ods hoặc .csv."
_OTHERS = (
    (b"%PDF", "một tệp PDF"),
    (b"\x89PNG", "một ảnh PNG"),
    (b"\xff\xd8\xff", "một ảnh JPEG"),
    (b"GIF8", "một ảnh GIF"),
    (b"II*\x00", "một ảnh TIFF"),
    (b"MM\x00*", "một ảnh TIFF"),
    (b"BM", "một ảnh BMP"),
    (b"{\\rtf", "một văn bản RTF"),
    (b"Rar!", "một tệp nén RAR"),
    (b"7z\xbc\xaf", "một tệp nén 7z"),
    (b"\x1f\x8b", "một tệp nén GZ"),
    (b"MZ", "một chương trình"),
    (b"\x7fELF", "một chương trình"),
)


def loaded(source: str | Path | bytes, limits: Limits) -> bytes:
    """Nội dung tệp. Raises UnreadableSheet when it is empty or larger than the limit."""
    size = len(source) if isinstance(source, bytes) else Path(source).stat().st_size
    if size > limits.bytes:
        raise UnreadableSheet(
            f"Tệp nặng {size / 2**20:.0f} MB, quá giới hạn {limits.bytes / 2**20:.0f} MB; "
            "đề nghị xóa hình ảnh, định dạng thừa hoặc tách thành nhiều tệp."
        )
    content = source if isinstance(source, bytes) else Path(source).read_bytes()
    if not content.strip(b"\x00\t\r\n \xef\xbb\xbf\xff\xfe"):
        raise UnreadableSheet(EMPTY)
    return content


def sniff(content: bytes, limits: Limits) -> Format:
    """Loại tệp. Raises UnreadableSheet for everything that is not a spreadsheet that can be read."""
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        archive = opened(content)
        weigh(archive, limits)
        return _of_archive(content, archive)
    if content.startswith(MAGIC):
        return _of_compound(content)
    for beginning, what in _OTHERS:
        if content.startswith(beginning) and not (len(beginning) == 2 and content.isascii()):
            raise UnreadableSheet(f"Tệp là {what}, không phải bảng tính; {_ACCEPTED}")
    _refuse_markup(content[:4096])
    return Format.CSV


def _of_archive(content: bytes, archive: zipfile.ZipFile) -> Format:
    names = set(archive.namelist())
    if "xl/workbook.xml" in names:
        return Format.XLSX
    if "content.xml" in names and _is_spreadsheet(content, archive):
        return Format.ODS
    raise UnreadableSheet(f"Tệp là {_other_archive(names)}, không phải bảng tính đọc được; {_ACCEPTED}")


def _is_spreadsheet(content: bytes, archive: zipfile.ZipFile) -> bool:
    if "mimetype" not in archive.namelist() or archive.getinfo("mimetype").file_size > 200:
        return False
    manifest = "META-INF/manifest.xml"
    if manifest in archive.namelist() and b"encryption-data" in whole(content, archive, manifest):
        raise UnreadableSheet(ENCRYPTED)
    return b"opendocument.spreadsheet" in whole(content, archive, "mimetype")


def _other_archive(names: set[str]) -> str:
    known = (
        ("xl/workbook.bin", "một bảng tính dạng .xlsb"),
        ("word/document.xml", "một văn bản Word"),
        ("ppt/presentation.xml", "một bài trình chiếu PowerPoint"),
        ("content.xml", "một văn bản OpenDocument"),
    )
    return next((what for name, what in known if name in names), "một tệp nén")


def _of_compound(content: bytes) -> Format:
    if _utf16("EncryptedPackage") in content:
        raise UnreadableSheet(ENCRYPTED)
    if _utf16("WordDocument") in content:
        raise UnreadableSheet(f"Tệp là một văn bản Word, không phải bảng tính; {_ACCEPTED}")
    if _utf16("Workbook") in content or _utf16("Book") in content:
        return Format.XLS
    raise UnreadableSheet(f"Tệp không phải là bảng tính; {_ACCEPTED}")


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le")


def _refuse_markup(start: bytes) -> None:
    """Many systems give an HTML page the name of an Excel file."""
    text = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith(
        (b"<!doctype html", b"<html", b"<table", b"<head", b"<meta", b"<style", b"<div", b"<?xml", b"<svg")
    ):
        raise UnreadableSheet(
            "Tệp là một trang web hoặc XML được đặt tên như bảng tính; "
            "đề nghị mở bằng Excel, lưu lại dạng .xlsx rồi gửi lại."
        )
