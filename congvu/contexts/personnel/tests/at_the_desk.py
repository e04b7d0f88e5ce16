"""An officer at the desk: pages opened, forms handed in as they stand, and what is told."""

from bs4 import BeautifulSoup
from django.test import Client

from congvu.contexts.personnel.models import Assignment
from congvu.kernel import scope
from congvu.kernel.audit.models import Fact
from tests import cast


def seated(username, full_name, unit, role="officer") -> Client:
    """An account of the unit, logged in."""
    client = Client()
    client.force_login(cast.account(username, full_name, role, unit.identity))
    return client


def address(person, *parts) -> str:
    """A page about the person."""
    return "/".join(["", "can-bo", str(person.pk), *map(str, parts), ""])


def sent(client, page, said):
    """What is handed in from the page as it stands, without any script."""
    return client.post(page, {**hidden(client.get(page)), **said})


def confirmed(client, page, said):
    """Handed in, looked at again, and sent once more from the page that came back."""
    return client.post(page, {**hidden(sent(client, page, said)), **said})


def hidden(answer) -> dict[str, str]:
    """What the form of the page carries unseen."""
    page = BeautifulSoup(answer.content, "html.parser")
    fields = page.select("form.cv-form input[type=hidden]")
    return {str(field["name"]): str(field.get("value", "")) for field in fields}


def words(answer) -> str:
    """What the page says."""
    main = BeautifulSoup(answer.content, "html.parser").select_one("#main")
    assert main is not None
    return " ".join(main.get_text(" ").split())


def told(client, answer) -> str:
    """What the page says that the officer is led to."""
    assert answer.status_code == 302, words(answer)
    return words(client.get(answer["Location"]))


def posts(person):
    """Title, kind and span of every post."""
    with scope.within(["900000"]):
        held = Assignment.objects.filter(person=person).select_related("post").order_by("valid", "pk")
        return [(row.post.title, row.kind, row.starts_on, row.valid.upper) for row in held]


def facts(person) -> list[str]:
    """What is written in the trail, in order."""
    with scope.within(["900000"]):
        return list(Fact.objects.filter(person=person.pk).order_by("pk").values_list("kind", flat=True))
