"""Bảng mã cũ: text typed in the fonts of before Unicode (.VnTime, VNI-Times), told by its look alone."""

import re
import unicodedata
from collections.abc import Callable

_TCVN3 = dict(
    zip(
        bytes.fromhex(
            "a1a2a3a4a5a6a7a8a9aaabacadaeb5b6b7b8b9bbbcbdbec6c7c8c9cacbcccecfd0d1d2d3d4d5d6"
            "d7d8dcdddedfe1e2e3e4e5e6e7e8e9eaebecedeeeff1f2f3f4f5f6f7f8f9fafbfcfdfe"
        ).decode("latin-1"),
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT = "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"
_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"
_TONES = {"ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_ROOFED = {"â": "", "á": _ACUTE, "à": _GRAVE, "å": _HOOK, "ã": _TILDE, "ä": _DOT}
_BOWED = {"ê": "", "é": _ACUTE, "è": _GRAVE, "ú": _HOOK, "ü": _TILDE, "ë": _DOT}
_HORNED = {"ô": "o" + _HORN, "ö": "u" + _HORN}
_ALONE = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ", "ô": "ơ", "ö": "ư"}


def _vni() -> dict[str, str]:
    """In VNI a vowel is followed by a sign that holds its mark and tone together."""
    ways = dict(_ALONE)
    ways |= {base + sign: base + tone for base in "aeiouy" for sign, tone in _TONES.items()}
    ways |= {base + sign: base + _CIRCUMFLEX + tone for base in "aeo" for sign, tone in _ROOFED.items()}
    ways |= {"a" + sign: "a" + _BREVE + tone for sign, tone in _BOWED.items()}
    ways |= {base + sign: letter + tone for base, letter in _HORNED.items() for sign, tone in _TONES.items()}
    small = {way: unicodedata.normalize("NFC", letter) for way, letter in ways.items()}
    large = {way.upper(): letter.upper() for way, letter in small.items()}
    mixed = {way[0].upper() + way[1:]: letter.upper() for way, letter in small.items()}
    return {**mixed, **large, **small}


_VNI = _vni()
_VNI_SIGNS = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
_VIETNAMESE = frozenset("ăâđêôơưĂÂĐÊÔƠƯ") | {
    unicodedata.normalize("NFC", base + tone)
    for base in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
    for tone in (_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT)
}


def from_tcvn3(text: str) -> str:
    """Chữ gõ bằng bảng mã TCVN3: «NguyÔn V¨n An»."""
    return "".join(_TCVN3.get(c, c) for c in text)


def from_vni(text: str) -> str:
    """Chữ gõ bằng bảng mã VNI: «Nguyeãn Vaên An»."""
    return _VNI_SIGNS.sub(lambda found: _VNI[found[0]], text)


_WORD = re.compile(r"\w+")
_FAMILIAR = frozenset(
    "và họ tên ngày tháng năm nữ số thứ tự đơn vị chức vụ phòng phường quận huyện xã tỉnh trình độ đại học luật"
    " cán bộ công viên đảng lý luận chính trị quản nhà nước ngạch lương hệ giới tính dân tộc nguyễn trần lê".split()
)
OLD_LETTERS: tuple[Callable[[str], str], ...] = (from_tcvn3, from_vni)


def vietnamese(text: str) -> float:
    """Tỷ lệ chữ Việt among the letters beyond ASCII; 1 when there is none."""
    beyond = [c for c in text if not c.isascii() and c not in "–—“”‘’…·°\u00a0\u00ad\ufeff"]
    return sum(c in _VIETNAMESE for c in beyond) / len(beyond) if beyond else 1.0


def familiar(text: str) -> int:
    """Số từ thường gặp trong danh sách cán bộ, each of which has letters beyond ASCII."""
    return sum(word in _FAMILIAR for word in _WORD.findall(text[:20_000].casefold()))
