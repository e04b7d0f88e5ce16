from dataclasses import dataclass
from datetime import date

import pytest
from django.db import InternalError, ProgrammingError, connection, transaction

from congvu.kernel import audit, scope
from congvu.kernel.audit.models import Fact, Reading
from congvu.kernel.scope.models import PersonIdentity
from congvu.kernel.scope.tests import make

pytestmark = pytest.mark.django_db
DAY = date(2016, 4, 10)


@dataclass(frozen=True)
class Someone:
    user_id: int | None
    name: str


AN = Someone(None, "Nguyễn Văn An")


@dataclass(frozen=True)
class SomethingHappened:
    person_id: int
    what: str
    when: date


def _fact(person: PersonIdentity, what: str) -> None:
    audit.record(SomethingHappened(person.pk, what, DAY), by=AN, on=DAY)


def test_a_fact_keeps_who_when_and_what():
    tree = make.tree()
    with scope.within(["t1"]):
        person = PersonIdentity.objects.create(home=tree.ward)
        _fact(person, "nhận bằng")

        fact = Fact.objects.get(person=person)

    assert (fact.actor_name, fact.on, fact.kind) == ("Nguyễn Văn An", DAY, "tests.SomethingHappened")
    assert fact.content == {"what": "nhận bằng", "when": "2016-04-10"}
    assert (fact.chain, len(fact.content_hash)) == ("t1", 32)


@pytest.mark.parametrize("statement", ["UPDATE audit_fact SET actor_name = 'x'", "DELETE FROM audit_fact"])
def test_the_application_can_neither_change_nor_delete_a_fact(statement):
    tree = make.tree()
    with scope.within(["t1"]):
        _fact(PersonIdentity.objects.create(home=tree.ward), "vào biên chế")

    with pytest.raises((InternalError, ProgrammingError)), transaction.atomic(), scope.within(["t1"]):
        connection.cursor().execute(statement)


def test_facts_are_sealed_in_order_and_the_chain_verifies():
    tree = make.tree()
    with scope.within(["t1"]):
        person = PersonIdentity.objects.create(home=tree.ward)
        for what in ("một", "hai", "ba"):
            _fact(person, what)

    assert [what for _, _, what in audit.verify()] == ["unsealed 3"]
    assert audit.seal() == 3
    assert audit.verify() == []


def test_what_is_sealed_waits_no_longer_and_only_the_owner_sees_what_waits():
    tree = make.tree()
    with scope.within(["t1"]):
        _fact(PersonIdentity.objects.create(home=tree.ward), "một")

    assert (audit.seal(), audit.seal()) == (1, 0)
    for statement in ("SELECT * FROM audit_waiting", "DELETE FROM audit_waiting"):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            connection.cursor().execute(statement)


def test_facts_about_people_outside_the_scope_are_not_seen():
    tree = make.tree()
    with scope.within(["t1"]):
        _fact(PersonIdentity.objects.create(home=tree.ward), "điều động")

    with scope.within(["t1.q2"]):
        assert Fact.objects.count() == 0


def test_who_opened_a_file_is_kept():
    tree = make.tree()
    with scope.within(["t1"]):
        person = PersonIdentity.objects.create(home=tree.ward)

        audit.record_reading(person_id=person.pk, by=AN, page="Hồ sơ")

        assert Reading.objects.get(person=person).actor_name == "Nguyễn Văn An"
