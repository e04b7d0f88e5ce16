"""What the files of invented people say beyond career and studies."""

import pytest

from congvu.contexts.personnel.rules import fit
from congvu.demo.tests import make
from congvu.law.personal_file import group
from congvu.law.sensitivity import Sensitivity


@pytest.fixture(scope="module")
def invented():
    return [person for person in make.people() if person.invented]


def test_every_item_fits_the_catalogue(invented):
    told = [item for person in invented for item in person.items]

    assert told and all(fit(item.group, item.values, none=item.none) or item.none for item in told)


def test_files_leave_something_out_and_no_group_out_of_all(invented):
    told = [{item.group for item in person.items} for person in invented]

    shares = {name: sum(name in one for one in told) / len(told) for name in set().union(*told)}
    assert len(shares) == 15
    assert all(0.6 < share < 1 for share in shares.values()), shares


def test_of_politics_they_tell_no_more_than_religion(invented):
    said = {item.group for person in invented for item in person.items}

    assert {name for name in said if group(name).sensitivity is Sensitivity.POLITICS} == {"belief"}


def test_nobody_invented_has_a_telephone_of_somebody(invented):
    numbers = [item.values["mobile"] for person in invented for item in person.items if item.group == "contact"]

    assert all(number.startswith("0000 ") for number in numbers)


def test_a_child_bears_the_name_of_its_father(invented):
    for person in invented:
        family = [item.values for item in person.items if item.group == "family"]
        husband = next((one["name"] for one in family if one["relation"] == "husband"), person.full_name)
        children = {one["name"].split()[0] for one in family if one["relation"] == "child"}
        assert children <= {husband.split()[0]}
