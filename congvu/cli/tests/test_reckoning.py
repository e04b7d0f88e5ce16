import json

import pytest

from congvu.cli import main


def said(capsys, *words):
    status = main(words)
    out, err = capsys.readouterr()
    return status, out, err


def test_a_deadline_comes_with_its_arithmetic(capsys):
    status, out, _ = said(capsys, "deadline", "2026-03-12T09:30", "--limit", "3 working days", "--format", "json")

    found = json.loads(out)
    assert status == 0
    assert found["due"] == "2026-03-17T17:00:00+07:00"
    assert [line["day"] for line in found["trace"]][:3] == ["2026-03-12", "2026-03-13", "2026-03-14"]
    assert found["trace"][-1]["reason"].startswith("Hết hạn lúc 17:00")


def test_a_deadline_is_told_in_vietnamese_too(capsys):
    status, out, _ = said(capsys, "deadline", "2026-03-12 09:30", "--limit", "8 giờ làm việc")

    assert status == 0
    assert out.splitlines()[0] == "Hạn giải quyết: 09:30 ngày 13/03/2026."


def test_a_retirement_has_its_age_its_days_its_reason_and_its_article(capsys):
    status, out, _ = said(capsys, "retirement", "--born", "1970-02-15", "--sex", "male", "--format", "json")

    found = json.loads(out)
    assert status == 0
    assert found["age"] == {"years": 62, "months": 0}
    assert (found["retires_on"], found["pension_from"]) == ("2032-02-29", "2032-03-01")
    assert found["because"].startswith("Sinh ngày 15/02/1970.")
    assert found["cites"] == "Điều 4 Nghị định quy định về tuổi nghỉ hưu (135/2020/NĐ-CP)"


@pytest.mark.parametrize("born", ["1970-02-15", "15/02/1970", "1970-02", "02/1970"])
def test_a_birth_date_may_be_written_as_files_write_it(capsys, born):
    _, out, _ = said(capsys, "retirement", "--born", born, "--sex", "male", "--format", "json")

    assert json.loads(out)["retires_on"] == "2032-02-29"


def test_a_birth_year_alone_counts_from_january_and_says_so(capsys):
    _, out, _ = said(capsys, "retirement", "--born", "1970", "--sex", "female")

    assert out.startswith("Hồ sơ chỉ ghi năm sinh 1970")


def test_hardship_lets_retire_five_years_earlier(capsys):
    _, out, _ = said(capsys, "retirement", "--born", "1969-10-05", "--sex", "male", "--hardship", "--format", "json")

    assert json.loads(out)["pension_from"] == "2026-05-01"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["deadline", "2026-02-31T09:30", "--limit", "3 days"], "Không đọc được lúc tiếp nhận"),
        (["deadline", "2026-03-12", "--limit", "3 days"], "Không đọc được lúc tiếp nhận"),
        (["deadline", "1800-03-12T09:30", "--limit", "3 days"], "xem lại năm tiếp nhận"),
        (["deadline", "0001-01-01T00:00+14:00", "--limit", "3 days"], "xem lại năm tiếp nhận"),
        (["deadline", "2026-03-12T09:30", "--limit", "soon"], "Không đọc được thời hạn"),
        (["deadline", "2026-03-12T09:30", "--limit", "0 days"], "Thời hạn phải từ 1"),
        (["deadline", "2026-03-12T09:30", "--limit", "3000 months"], "vượt quá năm 2100"),
        (
            ["deadline", "2026-03-12T09:30", "--limit", "1 day", "--unit", "x", "--as-of", "hôm nay"],
            "Không đọc được ngày",
        ),
        (["retirement", "--born", "1970-02-31", "--sex", "male"], "Không đọc được ngày sinh"),
        (["retirement", "--born", "", "--sex", "male"], "Không đọc được ngày sinh"),
        (["retirement", "--born", "2090-01-01", "--sex", "male"], "ở tương lai"),
        (["retirement", "--born", "1850-01-01", "--sex", "male"], "trước năm 1962"),
    ],
)
def test_bad_input_gets_one_clear_sentence_and_status_two(capsys, words, sentence):
    status, out, err = said(capsys, *words)

    assert (status, out) == (2, "")
    assert sentence in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("words", [["retirement", "--born", "1970", "--sex", "x"], ["deadline"], ["retirement"]])
def test_a_missing_or_unknown_option_ends_with_status_two(capsys, words):
    with pytest.raises(SystemExit) as ended:
        main(words)

    assert ended.value.code == 2
    assert capsys.readouterr().out == ""
