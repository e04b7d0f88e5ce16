import io
import sys
import unicodedata
from argparse import Namespace

import pytest

from congvu.cli import names
from congvu.cli.errors import BadInput

SORTED = [
    "Vũ Thị An",
    "Trần Văn Ân",
    "Lê Thị Bé",
    "Nguyễn Dung",
    "Nguyễn Đung",
    "Bùi Thu Hà",
    "Đỗ Thu Hà",
    "Bùi Thu Hạ",
    "Phan Ơn",
    "Phan Ưng",
]


def run(monkeypatch, data):
    out = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    monkeypatch.setattr(sys, "stdout", out)
    status = names.run(Namespace())
    return status, out.buffer.getvalue().decode()


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_lines_of_names_come_back_in_the_vietnamese_order(monkeypatch, form):
    given = [unicodedata.normalize(form, name) for name in SORTED]

    status, out = run(monkeypatch, "\n".join(reversed(given)).encode())

    assert status == 0
    assert out.splitlines() == given


def test_empty_lines_and_a_byte_order_mark_fall_away(monkeypatch):
    _, out = run(monkeypatch, "\ufeffLê Bé\r\n\r\nLê An\r\n".encode())

    assert out == "Lê An\nLê Bé\n"


def test_what_is_no_text_is_refused(monkeypatch):
    with pytest.raises(BadInput, match="UTF-8"):
        run(monkeypatch, b"\xff\xfe\x00L")
