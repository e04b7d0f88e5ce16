"""The result of a check as it is kept with the import and shown: counts, faults, questions, changes."""

import hashlib
import json
from collections import Counter
from typing import Any

from congvu.contexts.personnel.queries.imports.outcomes import (
    CHANGED,
    FAULTY,
    NEW,
    UNCHANGED,
    Examination,
    Outcome,
)
from congvu.kernel.sheets import Fault

KEPT = 5000  # faults kept word for word; more than that nobody corrects by hand


def report(found: Examination) -> dict[str, Any]:
    """Biên bản kiểm tra: what the page, the command line and the marked workbook are made of."""
    faults = found.faults
    return {
        **counts(found),
        "sheet": found.sheet,
        "ignored": list(found.ignored),
        "faults": [_fault(fault) for fault in faults[:KEPT]],
        "faults_total": len(faults),
        "warnings": [_fault(fault) for fault in found.warnings[:KEPT]],
        "by_column": Counter(fault.column for fault in faults).most_common(),
        "questions": [_question(question) for question in found.questions],
        "posts": [
            {"unit": post.unit.pk, "unit_name": post.unit.name, "title": post.title, "people": post.people}
            for post in found.missing_posts
        ],
        "newcomers": [_newcomer(outcome) for outcome in found.of(NEW)[:KEPT]],
        "changes": [_change(outcome) for outcome in found.of(CHANGED)[:KEPT]],
        "digest": digest(found),
    }


def counts(found: Examination) -> dict[str, int]:
    """Số dòng theo kết quả."""
    tally = Counter(outcome.kind for outcome in found.outcomes)
    return {
        "rows": len(found.outcomes),
        "new": tally[NEW],
        "changed": tally[CHANGED],
        "unchanged": tally[UNCHANGED],
        "faulty": tally[FAULTY],
    }


def digest(found: Examination) -> str:
    """Dấu của kết quả: the same only while confirming would do the same."""
    said = [
        (outcome.said.row, outcome.kind, outcome.known.person.pk if outcome.known else None, _shown(outcome))
        for outcome in found.outcomes
    ]
    posts = [(post.unit.pk, post.title) for post in found.missing_posts]
    return hashlib.sha256(json.dumps([said, posts], ensure_ascii=False).encode()).hexdigest()


def kept_faults(kept: dict[str, Any]) -> list[Fault]:
    """Các lỗi trong biên bản đã lưu."""
    return [Fault(each["row"], each["column"], each["message"], each["value"]) for each in kept.get("faults", ())]


def _shown(outcome: Outcome) -> list[tuple[str, str, str]]:
    changes = outcome.difference.shown if outcome.difference and outcome.kind == CHANGED else []
    return [(change.column, change.before, change.after) for change in changes]


def _fault(fault: Fault) -> dict[str, Any]:
    return {"row": fault.row, "column": fault.column, "message": fault.message, "value": fault.value}


def _question(question: Any) -> dict[str, Any]:
    return {
        "key": question.key,
        "words": question.words,
        "rows": list(question.rows),
        "options": [{"unit": unit.pk, "label": unit.label} for unit in question.options],
    }


def _newcomer(outcome: Outcome) -> dict[str, Any]:
    said = outcome.said
    return {
        "row": said.row,
        "name": said.full_name,
        "born": str(said.born or ""),
        "post": said.title,
        "unit": said.unit.name if said.unit else "",
    }


def _change(outcome: Outcome) -> dict[str, Any]:
    fields = [{"column": column, "before": before, "after": after} for column, before, after in _shown(outcome)]
    person = outcome.known.person if outcome.known else None
    return {
        "row": outcome.said.row,
        "person": person.pk if person else None,
        "name": person.full_name if person else outcome.said.full_name,
        "fields": fields,
    }
