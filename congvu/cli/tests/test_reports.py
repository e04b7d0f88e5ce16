import json

import pytest

from congvu.cli import main

pytestmark = pytest.mark.demo
AT = ("--unit", "binh-thuy", "--as-of", "2016-04-10")


@pytest.fixture(autouse=True)
def given_database(monkeypatch):
    """The commands use the database of the test, as they would one given by the environment."""
    monkeypatch.setenv("DATABASE_URL", "postgresql:///given")
    monkeypatch.setenv("SECRET_KEY", "given")


def _json(capsys, *words):
    assert main([*words, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_report_gives_the_figures_of_the_article_as_data(capsys):
    found = _json(capsys, "report", "qualification-review", *AT)

    figures = {figure["name"]: figure for figure in found["figures"]}
    assert (found["unit"], found["as_of"], found["since"]) == ("Quận Bình Thủy", "2016-04-10", "2013-01-01")
    assert figures["theory_administrative"]["value"] == 62.35
    assert figures["sent_to_degree"]["value"] == 32
    assert all(gap["because"] and gap["cites"] for gap in found["gaps"])


@pytest.mark.parametrize(("form", "start"), [("pdf", b"%PDF"), ("docx", b"PK"), ("xlsx", b"PK")])
def test_the_report_is_written_to_a_file(tmp_path, form, start):
    path = tmp_path / f"bao-cao.{form}"

    assert main(["report", "qualification-review", *AT, "--format", form, "-o", str(path)]) == 0

    assert path.read_bytes().startswith(start)


def test_an_indicator_comes_with_the_rows_behind_it(capsys):
    found = _json(capsys, "indicators", "sent_to_postgraduate", *AT, "--rows")

    assert [figure["name"] for figure in found] == ["sent_to_postgraduate"]
    assert found[0]["value"] == 13 == len(found[0]["rows"])
    assert all(row["full_name"] and row["unit"] for row in found[0]["rows"])


def test_people_are_found_from_the_command_line_without_marks(capsys):
    found = _json(capsys, "people", "search", "vo hoai phong", *AT)

    assert [row["full_name"] for row in found] == ["Võ Hoài Phong"]
    assert found[0]["post"] == "Trưởng phòng"


def test_a_search_in_another_unit_finds_nobody_of_this_one(capsys):
    found = _json(capsys, "people", "search", "vo hoai phong", "--unit", "xuan-khanh", "--as-of", "2016-04-10")

    assert found == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("report", "qualification-review", "--unit", "khong-co"), "khong-co"),
        (("report", "qualification-review", "--unit", "binh-thuy", "--as-of", "31/02/2016"), "31/02/2016"),
        (("indicators", "khong_co", *AT), "khong_co"),
    ],
)
def test_bad_input_is_one_sentence_and_status_two(capsys, words, says):
    try:
        status = main(words)
    except SystemExit as refused:
        status = int(refused.code or 0)

    told = capsys.readouterr()
    assert status == 2
    assert says in told.err
    assert "Traceback" not in told.err


def test_a_report_that_cannot_be_written_says_so(capsys, tmp_path):
    nowhere = str(tmp_path / "khong" / "co" / "bao-cao.pdf")

    assert main(["report", "qualification-review", *AT, "--format", "pdf", "-o", nowhere]) == 2

    assert nowhere in capsys.readouterr().err


def test_the_audit_verifies_once_the_facts_are_sealed(capsys):
    from congvu.kernel import audit

    assert any(finding["what"].startswith("unsealed") for finding in _json(capsys, "audit", "verify")["findings"])

    audit.seal()

    assert _json(capsys, "audit", "verify") == {"intact": True, "findings": []}
