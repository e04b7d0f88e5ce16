"""Finding people by name or number, without marks, inside the scope of the transaction."""

from django.db import connection
from django.db.models import Q

from congvu.contexts.personnel.models import Person
from congvu.contexts.personnel.queries.numbers import with_numbers_seen
from congvu.kernel import names


def search(asked: str, *, among: str | None = None, most: int = 20) -> list[Person]:
    """Tìm người: by words of the name in any order, or by number; whole words first.

    A citizen number leads only to people whose number the reader may see.
    """
    words = ["".join(filter(str.isalnum, word)) for word in names.search_key(asked).split()]
    words = [word for word in words if word]
    if not words:
        return []
    if any(character.isdigit() for character in asked):
        return _numbered(asked.strip(), among=among, most=most)
    with connection.cursor() as cursor:
        cursor.execute("SELECT person_id FROM personnel_search(%s, %s::ltree, %s)", [words, among, most])
        found = [row[0] for row in cursor.fetchall()]
    people = Person.objects.select_related("identity").in_bulk(found)
    return [people[pk] for pk in found if pk in people]


def _numbered(number: str, *, among: str | None, most: int) -> list[Person]:
    asked = Q(personnel_number=number) | Q(citizen_number=number, number_seen=True)
    people = with_numbers_seen(Person.objects.all()).filter(asked).select_related("identity")
    if among is not None:
        people = people.filter(identity__path__under=among)
    return list(people.order_by("sort_key", "pk")[:most])


def taken_elsewhere(numbers: list[str]) -> set[str]:
    """Số đã thuộc người khác: which of the numbers belong to somebody outside the scope."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT number FROM personnel_numbers_taken(%s)", [numbers])
        return {row[0] for row in cursor.fetchall()}


def matching(asked: str, *, most: int = 2000) -> list[int]:
    """Khóa của những người khớp: the keys of the people whom a list is narrowed to."""
    return [person.pk for person in search(asked, most=most)]
