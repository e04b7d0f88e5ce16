"""What the import contracts cannot see."""

import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "congvu"


def contract(name: str) -> dict[str, Any]:
    """An import contract by the beginning of its name."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    found: dict[str, Any] = next(each for each in contracts if each["name"].startswith(name))
    return found


def layers(name: str) -> list[list[str]]:
    """The layers of a contract from the bottom up, each with its peers."""
    return [[peer.strip(" ()") for peer in layer.split("|")] for layer in reversed(contract(name)["layers"])]


def sources(folder: Path = PACKAGE, *, suffix: str = ".py") -> list[Path]:
    """Our files of one kind, without what a machine has written."""
    return sorted(path for path in folder.rglob(f"*{suffix}") if not {"migrations", "__pycache__"} & set(path.parts))
