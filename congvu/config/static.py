"""Tệp tĩnh: of the installed packages only what the pages load, under names that change with the content."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.staticfiles.finders import FileSystemFinder
from whitenoise.storage import CompressedManifestStaticFilesStorage

_LOADED = (".min.css", ".min.js", ".woff2", ".woff")
_PASSED_OVER = (
    *("libs/", "img/", "extension/", "ext/"),
    *("css/tabler-flags", "css/tabler-payments", "css/tabler-socials", "css/tabler-marketing"),  # they need img/
)


def _loaded(prefix: str, path: str) -> bool:
    if prefix == "guide":
        return path.endswith(".png")
    if prefix.endswith("be-vietnam-pro"):
        return path.endswith((".css", ".woff2", ".woff"))
    return path.endswith(_LOADED) and ".rtl." not in path and not path.startswith(_PASSED_OVER)


class Finder(FileSystemFinder):
    """Chọn tệp: the packages' folders also hold sources, maps and variants that no page asks for."""

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[Any]:
        """The files to publish, each with the storage it lies in."""
        for path, storage in super().list(ignore_patterns):
            if _loaded(getattr(storage, "prefix", ""), path):
                yield path, storage


class Storage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Kho tệp tĩnh: hashed and compressed; maps of sources are not published, so nothing points at them."""

    patterns = (("*.css", (r"""(?P<matched>url\(['"]{0,1}\s*(?P<url>.*?)["']{0,1}\))""",)),)
