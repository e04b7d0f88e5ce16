"""Đọc cả danh sách: what the columns of a list say of every one of its rows, in one statement over whole tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import QuerySet, Window
from django.db.models.functions import RowNumber

from congvu.contexts.personnel.states import Sex

_SEXES = {value: str(label) for value, label in Sex.choices}
_CHUNK = 2000
_TOLD = """
WITH listed AS MATERIALIZED ({listed}),
levels AS (
  SELECT study.person_id, max(study.level) FILTER (WHERE study.subject = 'professional') AS professional,
         max(study.level) FILTER (WHERE study.subject = 'political_theory') AS theory
  FROM listed JOIN personnel_study study ON study.person_id = listed.person_id
  WHERE study.subject IN ('professional', 'political_theory') AND study.awarded_on <= %s AND study.withdrawn_on IS NULL
  GROUP BY study.person_id
)
SELECT listed.person_id, person.full_name, person.born_on, person.born_precision, person.sex, person.personnel_number,
       person.ethnicity, post.title, unit.name, service.kind, coalesce(levels.professional, 0),
       coalesce(levels.theory, 0), member.id IS NOT NULL, coalesce(score.filled, 0), coalesce(score.asked, 0)
FROM listed
JOIN personnel_person person ON person.identity_id = listed.person_id
JOIN organisations_post post ON post.id = listed.post_id
LEFT JOIN organisations_unitrecord unit ON unit.unit_id = post.unit_id AND coalesce(unit.valid @> %s::date, false)
LEFT JOIN personnel_service service
  ON service.person_id = listed.person_id AND coalesce(service.valid @> %s::date, false)
LEFT JOIN personnel_partymembership member
  ON member.person_id = listed.person_id AND coalesce(member.valid @> %s::date, false)
LEFT JOIN levels ON levels.person_id = listed.person_id
LEFT JOIN personnel_filescore score ON score.person_id = listed.person_id
ORDER BY listed.place
"""


@dataclass(frozen=True, slots=True)
class ToldPerson:
    """Người trong một dòng."""

    full_name: str
    born_on: date | None
    born_precision: str
    sex: str
    personnel_number: str | None
    ethnicity: str

    def get_sex_display(self) -> str:
        """In words, as a person's row says it."""
        return _SEXES.get(self.sex, self.sex)


@dataclass(frozen=True, slots=True)
class ToldPost:
    """Vị trí trong một dòng."""

    title: str


@dataclass(frozen=True, slots=True)
class Told:
    """Một dòng: what `roll` says of an assignment, without being one."""

    person_id: int
    person: ToldPerson
    post: ToldPost
    unit_name: str | None
    staff_kind: str | None
    professional: int
    theory: int
    is_party_member: bool
    filled: int
    asked: int


def told(rows: QuerySet[Any], *, on: date) -> Iterator[Told]:
    """Mọi dòng của danh sách, in its order, as they come from the database."""
    order: Any = rows.query.order_by
    listed = rows.order_by().annotate(place=Window(RowNumber(), order_by=order))
    sql, values = listed.values("person_id", "post_id", "place").query.sql_with_params()
    with connection.chunked_cursor() as cursor:
        cursor.execute(_TOLD.format(listed=sql), [*values, *[on] * 4])
        while found := cursor.fetchmany(_CHUNK):
            for key, *person, title, unit, kind, professional, theory, member, filled, asked in found:
                post = ToldPost(title)
                yield Told(key, ToldPerson(*person), post, unit, kind, professional, theory, member, filled, asked)
