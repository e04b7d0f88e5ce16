"""Bề rộng: how wide words are, about, and how columns share a page without breaking a word."""

import unicodedata
from collections.abc import Iterator
from math import ceil

from congvu.kernel.documents.papers import form
from congvu.kernel.documents.papers.model import Table, plain

_NARROW = frozenset("iljtfrI.,;:-'()!/ ")
_ALMOST = 0.97  # our widths are estimates: words this close to the edge already need another line
PADDING = 3.0  # millimetres beside the words of a cell, both sides together


def wide(words: str, size: float) -> float:
    """Bề rộng của chữ đậm: about how many millimetres it takes at that size."""
    bare = (letter for letter in unicodedata.normalize("NFD", words) if not unicodedata.combining(letter))
    ems = sum(0.3 if letter in _NARROW else 0.72 if letter.isupper() else 0.5 for letter in bare)
    return ems * size / 72 * 25.4


def lines(words: str, size: float, *, room: float) -> int:
    """Số dòng that words need in a room of so many millimetres."""
    return sum(max(1, ceil(wide(line, size) / (room * _ALMOST))) for line in words.split("\n"))


def evenly(words: str, size: float, *, room: float) -> str:
    """Chia đều: words that need several lines share them, as an official would break them."""
    needed = lines(words, size, room=room)
    if "\n" in words or needed == 1:
        return words
    target = wide(words, size) / needed
    broken = [""]
    for word in words.split():
        longer = f"{broken[-1]} {word}".strip()
        if broken[-1] and wide(longer, size) - target > target - wide(broken[-1], size):
            broken.append(word)
        else:
            broken[-1] = longer
    return "\n".join(broken)


def columns(table: Table, *, room: float) -> list[float]:
    """Bề rộng các cột: their shares of the room, none narrower than its longest word while there is room."""
    least = [wide(longest, form.TABLE_POINTS) + PADDING for longest in _longest_words(table)]
    total = sum(least)
    if total >= room:
        return [room * part / total for part in least]
    widths = [0.0] * len(least)
    open_, left = set(range(len(least))), room
    while open_:
        shares = sum(table.columns[place].width for place in open_)
        fair = {place: left * table.columns[place].width / shares for place in open_}
        narrow = {place for place in open_ if fair[place] < least[place]}
        for place in narrow or open_:
            widths[place] = least[place] if narrow else fair[place]
        left -= sum(least[place] for place in narrow)
        open_ = open_ - narrow if narrow else set()
    return widths


def _longest_words(table: Table) -> Iterator[str]:
    rows = [row for row in (*table.rows, table.total) if isinstance(row, tuple)]
    for place, column in enumerate(table.columns):
        words = set(column.title.split()).union(*(plain(row[place]).split() for row in rows))
        yield max(words, key=len, default="")
