"""Tên trang: names that Excel accepts, each used once."""

import re

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST = 31


class Names:
    """Các tên trang đã dùng trong một tệp, besides the ones we keep for ourselves."""

    def __init__(self, *ours: str) -> None:
        self._ours = {name.casefold() for name in ours}
        self._taken = set(self._ours)

    def ours(self, name: str) -> bool:
        """Trang do hệ thống thêm vào lần trước."""
        return name.casefold() in self._ours

    def free(self, name: str) -> str:
        """Tên gần nhất với tên này mà chưa ai dùng."""
        clean = _FORBIDDEN.sub(" ", name).strip(" '")[:_LONGEST] or "Trang"
        wanted, count = clean, 1
        while wanted.casefold() in self._taken or wanted.casefold() == "history":
            count += 1
            wanted = f"{clean[: _LONGEST - 5]} ({count})"
        self._taken.add(wanted.casefold())
        return wanted
