import json
from argparse import Namespace
from datetime import date
from typing import Any

import pytest

from congvu.cli import imports, parser
from congvu.cli.errors import BadInput
from congvu.cli.place import Place
from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.models import ImportBatch, Person
from congvu.contexts.personnel.tests import make
from congvu.contexts.personnel.tests.make_lists import AN, BINH, workbook
from congvu.kernel import scope

pytestmark = pytest.mark.django_db
WRONG = BINH | {"Ngày sinh": "31/02/1980"}


@pytest.fixture
def place():
    with scope.within(["900000"]):
        at = make.place()
    with scope.within([at.path]):
        yield Place(at.district, make.DAY, at.by)


@pytest.fixture
def command(tmp_path):
    def written(content: bytes, *options: str) -> Namespace:
        file = tmp_path / "danh-sach.xlsx"
        file.write_bytes(content)
        return parser().parse_args(["import", "personnel", str(file), "--unit", "binh-thuy", *options])

    return written


def _run(arguments: Namespace, place: Place, capsys) -> tuple[int, dict[str, Any]]:
    status = imports.finished(arguments, place)
    return status, json.loads(capsys.readouterr().out)


def test_the_answer_has_the_counts_and_every_fault(command, place, capsys):
    status, found = _run(command(workbook(AN, WRONG), "--dry-run", "--format", "json"), place, capsys)

    assert status == 0
    assert {name: found[name] for name in ("rows", "new", "changed", "unchanged")} == {
        "rows": 2,
        "new": 1,
        "changed": 0,
        "unchanged": 0,
    }
    assert [(fault["row"], fault["column"]) for fault in found["faults"]] == [(3, "Ngày sinh")]
    assert not ImportBatch.objects.exists()


def test_a_list_with_faults_writes_nothing_and_ends_with_status_two(command, place, capsys):
    status, _ = _run(command(workbook(AN, WRONG), "--format", "json"), place, capsys)

    assert status == 2
    assert not Person.objects.exists()


def test_the_good_rows_are_written_and_the_faulty_ones_come_back(command, place, capsys, tmp_path):
    status, found = _run(command(workbook(AN, WRONG), "--accept-good", "--format", "json"), place, capsys)

    assert status == 0
    assert [person.full_name for person in Person.objects.all()] == ["Nguyễn Văn An"]
    assert found["returned"] == str(tmp_path / "danh-sach-dong-sai.xlsx")
    assert (tmp_path / "danh-sach-dong-sai.xlsx").stat().st_size > 0


def test_a_second_import_of_the_same_list_changes_nothing(command, place, capsys):
    _run(command(workbook(AN, BINH), "--format", "json"), place, capsys)

    _, found = _run(command(workbook(AN, BINH), "--format", "json"), place, capsys)

    assert (found["new"], found["changed"], found["unchanged"]) == (0, 0, 2)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(b"%PDF-1.7", "PDF", id="another type"),
        pytest.param(b"", "trống", id="empty"),
        pytest.param(b"A;B\n1;2\n", "tiêu đề", id="no heading"),
    ],
)
def test_a_file_that_is_no_list_gets_one_sentence(command, place, content, says):
    with pytest.raises(BadInput, match=says):
        imports.finished(command(content), place)


def test_a_file_that_is_not_there_gets_one_sentence(place):
    arguments = parser().parse_args(["import", "personnel", "/khong/co.xlsx", "--unit", "binh-thuy"])

    with pytest.raises(BadInput, match="Không có tệp"):
        imports.finished(arguments, place)


def test_a_unit_that_has_ended_answers_as_of_its_last_day(command, place, capsys):
    office = organisations.Unit.objects.get(records__name="Phòng Nội vụ")
    organisations.dissolve_unit(office, by=place.by, on=date(2025, 7, 1))
    later = Place(office, date(2026, 11, 23), place.by)

    _run(command(workbook(AN), "--format", "json"), later, capsys)

    assert ImportBatch.objects.get().on == date(2025, 6, 30)


def test_a_day_on_which_the_unit_did_not_exist_gets_one_sentence(command, place):
    arguments = command(workbook(AN), "--as-of", "2001-01-01")

    with pytest.raises(BadInput, match="không hoạt động vào ngày 01/01/2001"):
        imports.finished(arguments, Place(place.unit, date(2001, 1, 1), place.by))
