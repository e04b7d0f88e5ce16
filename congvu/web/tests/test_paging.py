"""Key-set paging is tried on accounts: any table will do."""

from datetime import date

import pytest

from congvu.kernel.access.models import User
from congvu.web import paging
from congvu.web.register import Register, Tab

pytestmark = pytest.mark.django_db
NAMES = ["An", "An", "Bình", "Chi", "Chi", "Chi", "Dũng", "Giang", "Hạnh"]


@pytest.fixture
def people():
    User.objects.bulk_create([User(username=f"nguoi-{place}", full_name=name) for place, name in enumerate(NAMES)])
    return User.objects.filter(username__startswith="nguoi-")


def _walk(rows, order, *, size):
    pages, token = [], ""
    while True:
        place = paging.place_from(token, order=order) if token else paging.Place(order)
        pages.append(paging.page(rows, place, size=size))
        if not (token := pages[-1].after):
            return pages


@pytest.mark.parametrize("order", [("full_name", "pk"), ("-full_name", "pk"), ("last_login", "full_name", "pk")])
def test_pages_together_hold_every_row_once_and_in_order(people, order):
    pages = _walk(people, order, size=2)

    assert [row.pk for page in pages for row in page.rows] == list(people.order_by(*order).values_list("pk", flat=True))
    assert [page.first for page in pages] == [1, 3, 5, 7, 9]


@pytest.mark.parametrize("order", [("full_name", "pk"), ("-full_name", "pk"), ("last_login", "full_name", "pk")])
def test_going_back_shows_the_page_that_was_left(people, order):
    pages = _walk(people, order, size=2)

    for earlier, later in zip(pages, pages[1:], strict=False):
        found = paging.page(people, paging.place_from(later.before, order=order), size=2)
        assert [row.pk for row in found.rows] == [row.pk for row in earlier.rows]
        assert found.first == earlier.first


def test_rows_whose_value_is_missing_stand_last_in_both_directions(people):
    people.filter(full_name="Chi").update(last_login="2016-04-10T00:00:00+00:00")

    for order in [("last_login", "pk"), ("-last_login", "pk")]:
        names = [row.full_name for page in _walk(people, order, size=2) for row in page.rows]
        assert names[:3] == ["Chi", "Chi", "Chi"]
        assert len(names) == len(NAMES)


def test_a_spoiled_address_leads_to_the_first_page(people):
    place = paging.place_from("hong", order=("pk",))

    assert paging.page(people, place, size=4).first == 1


def test_the_address_of_another_order_leads_to_the_first_page(people):
    token = paging.page(people, paging.Place(("full_name", "pk")), size=4).after

    assert paging.place_from(token, order=("-full_name", "pk")) == paging.Place(("-full_name", "pk"))


@pytest.mark.parametrize(("size", "said"), [(4, "hơn 4 mục"), (9, "9 mục")])
def test_a_list_that_is_not_counted_says_how_far_it_was_read(people, rf, size, said):
    request = rf.get("/")
    request.as_of = date(2016, 4, 10)
    register = Register("mau", columns=(), size=size, tabs=(Tab("tat-ca", "Tất cả", count=True),))

    listing = register.read(request, people, counted=False)

    assert listing.total == said
    assert [count for _tab, _url, count, _current in listing.tabs] == [""]


def test_a_list_already_computed_is_paged_alike():
    rows = list(range(9))

    pages = _walk(rows, (), size=4)

    assert [page.rows for page in pages] == [[0, 1, 2, 3], [4, 5, 6, 7], [8]]
    assert paging.page(rows, paging.place_from(pages[2].before, order=()), size=4).rows == [4, 5, 6, 7]


def test_a_day_travels_in_the_address_as_iso():
    assert paging._plain(date(2016, 4, 10)) == "2016-04-10"
