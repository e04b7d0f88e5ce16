"""Tên gần giống: unit names as files write them, against the real ones."""

from collections.abc import Iterable
from itertools import islice, product

from .search import search_key

_ABBREVIATIONS: dict[str, tuple[str, ...]] = {
    "ubnd": ("uy ban nhan dan",),
    "hdnd": ("hoi dong nhan dan",),
    "ubmttq": ("uy ban mat tran to quoc",),
    "mttq": ("mat tran to quoc",),
    "mttqvn": ("mat tran to quoc viet nam",),
    "tn": ("thanh nien",),
    "lhpn": ("lien hiep phu nu",),
    "ccb": ("cuu chien binh",),
    "ldld": ("lien doan lao dong",),
    "p": ("phuong", "phong"),
    "x": ("xa",),
    "q": ("quan",),
    "h": ("huyen",),
    "tt": ("thi tran", "trung tam"),
    "tx": ("thi xa",),
    "tp": ("thanh pho",),
    "t": ("tinh",),
    "vp": ("van phong",),
    "th": ("tieu hoc",),
    "thcs": ("trung hoc co so",),
    "thpt": ("trung hoc pho thong",),
    "mn": ("mam non",),
    "mg": ("mau giao",),
    "gd": ("giao duc",),
    "gddt": ("giao duc va dao tao",),
    "ldtbxh": ("lao dong thuong binh va xa hoi",),
    "tnmt": ("tai nguyen va moi truong",),
    "tckh": ("tai chinh ke hoach",),
    "vhtt": ("van hoa va thong tin",),
    "qldt": ("quan ly do thi",),
    "kt": ("kinh te",),
}
_READINGS = 8
_STOP = {"va"}


def nearest(name: str, candidates: Iterable[str], *, within: float = 0.6, limit: int = 5) -> list[tuple[str, float]]:
    """Tên gần nhất: candidates with their distance from 0 (the same words) to 1 (nothing shared), the near ones first.

    Abbreviations are read in every way they may stand for (P. as phường and as phòng). Two candidates that are
    almost equally near are for a person to choose between.
    """
    asked = [_trigrams(reading) for reading in _readings(name)]
    found = [
        (candidate, min(_distance(one, two) for one in asked for two in map(_trigrams, _readings(candidate))))
        for candidate in dict.fromkeys(candidates)
    ]
    return sorted((pair for pair in found if pair[1] <= within), key=lambda pair: (pair[1], pair[0]))[:limit]


def _readings(name: str) -> list[str]:
    words = [word for word in search_key(name).split() if word not in _STOP]
    choices = [_ABBREVIATIONS.get(word, (word,)) for word in words]
    return [" ".join(reading).replace("y", "i") for reading in islice(product(*choices), _READINGS)]


def _trigrams(words: str) -> frozenset[str]:
    padded = (f"  {word} " for word in words.split() if word not in _STOP)
    return frozenset(word[start : start + 3] for word in padded for start in range(len(word) - 2))


def _distance(one: frozenset[str], other: frozenset[str]) -> float:
    return 1 - len(one & other) / len(one | other) if one or other else 0.0
