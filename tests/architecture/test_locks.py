"""Locks: the same packages everywhere, from wherever the machine gets them."""

import json
import re

import pytest

from tests.architecture import ROOT

LOCKS = ("base.txt", "dev.txt")


def _pins(lock: str) -> dict[str, str]:
    text = (ROOT / "requirements" / lock).read_text()
    return dict(re.findall(r"^([\w.-]+)==(\S+)", text, flags=re.MULTILINE))


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_locked_by_its_content(lock):
    entries = re.split(r"^(?=[\w.-]+==)", (ROOT / "requirements" / lock).read_text(), flags=re.MULTILINE)[1:]

    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_names_an_address_to_fetch_from(lock):
    assert "://" not in (ROOT / "requirements" / lock).read_text()


def test_the_lock_of_the_pages_names_no_address_to_fetch_from():
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]

    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []


def test_the_tools_are_tried_with_the_very_packages_that_run():
    base, dev = _pins("base.txt"), _pins("dev.txt")

    assert {name: version for name, version in base.items() if dev.get(name) != version} == {}


@pytest.mark.parametrize("name", ["base", "dev"])
def test_what_is_asked_for_is_locked(name):
    asked = re.findall(r"^([A-Za-z][\w.-]*)", (ROOT / "requirements" / f"{name}.in").read_text(), flags=re.MULTILINE)

    locked = {pin.lower().replace("_", "-") for pin in _pins(f"{name}.txt")}
    assert [package for package in asked if package.lower() not in locked] == []
