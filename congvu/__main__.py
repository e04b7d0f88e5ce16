"""Dòng lệnh: `python -m congvu …` is the same as `congvu …`."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 — whoever is too old for the rest must still read this
    sys.exit("Công Vụ cần Python 3.11 trở lên; máy này đang dùng Python " + sys.version.split()[0] + ".")

from congvu.cli import main

if __name__ == "__main__":
    sys.exit(main())
