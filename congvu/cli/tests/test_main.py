"""The command line answers everybody in Vietnamese, and refuses in one sentence."""

import subprocess
import sys

import pytest

from congvu import cli


def _commands() -> list[str]:
    choices = next(action.choices for action in cli.parser()._actions if isinstance(action.choices, dict))
    return sorted(choices)


@pytest.mark.parametrize("command", _commands())
def test_every_command_explains_itself(command, capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main([command, "--help"])

    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert said.startswith("cách dùng: congvu")
    assert not said.isascii()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        pytest.param([], "thiếu tham số: LỆNH", id="no command"),
        pytest.param(["bay"], "không có lựa chọn 'bay'", id="unknown command"),
        pytest.param(["doctor", "--nhanh"], "tham số lạ: --nhanh", id="unknown option"),
        pytest.param(["doctor", "--format", "pdf"], "không có lựa chọn 'pdf'", id="unknown form"),
        pytest.param(["up", "--port"], "cần một giá trị", id="no value"),
    ],
)
def test_a_command_that_is_not_understood_is_refused_in_one_sentence(words, sentence, capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main(words)

    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert sentence in said
    assert len(said.splitlines()) == 1


def test_a_refusal_is_one_sentence_and_status_two(capsys):
    assert cli.main(["up", "--port", "tám nghìn"]) == 2

    assert capsys.readouterr().err == "Cổng «tám nghìn» không hợp lệ; hãy cho một số từ 1 đến 65535.\n"


def test_a_reader_who_has_seen_enough_is_no_fault():
    sorting = subprocess.Popen(
        [sys.executable, "-m", "congvu", "people", "sort"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert sorting.stdin is not None and sorting.stdout is not None
    sorting.stdout.close()

    sorting.stdin.write("Nguyễn Văn An\n".encode() * 20_000)
    sorting.stdin.close()

    assert sorting.wait(timeout=60) == 0
