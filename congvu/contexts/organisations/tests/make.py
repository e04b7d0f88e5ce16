"""Small worlds for tests, reached by the same actions as real ones."""

from datetime import date

from congvu.contexts.organisations import api
from congvu.kernel.access import Grant, Officer, Role
from congvu.kernel.documents.decisions import Ground
from congvu.kernel.scope.models import UnitIdentity

SINCE = date(2004, 7, 8)
_EVERYTHING = Role("everything", "Toàn quyền", frozenset({api.VIEW_UNIT, api.MANAGE_UNITS}))


def operator() -> Officer:
    """Who runs the server: founds top units and loads lists."""
    return Officer(None, "Người vận hành máy chủ", ())


def officer(over: api.Unit, *, user_id: int = 1) -> Officer:
    """An: may look at and manage the unit and what is below it."""
    path = str(UnitIdentity.objects.values_list("path", flat=True).get(pk=over.pk))
    return Officer(user_id, "Nguyễn Văn An", (Grant(_EVERYTHING, over.pk, path),))


def paper(number: str = "12/QĐ-UBND", *, signed_on: date = date(2016, 1, 4)) -> Ground:
    """A decision of the People's Committee."""
    return Ground(number, signed_on, "Ủy ban nhân dân quận Bình Thủy")


def province(name: str = "Thành phố Cần Thơ", *, code: str = "92", on: date = SINCE) -> api.Unit:
    """A top unit."""
    kind = api.UnitKind.CENTRAL_CITY if name.startswith("Thành phố") else api.UnitKind.PROVINCE
    entry = api.UnitEntry(name, api.Level.PROVINCE, None, kind=kind, code=code)
    return api.found_unit(entry, by=operator(), on=on)


def unit(
    name: str,
    *,
    under: api.Unit,
    level: str = api.Level.AGENCY,
    code: str = "",
    slug: str | None = None,
    on: date = SINCE,
) -> api.Unit:
    """A unit below another."""
    entry = api.UnitEntry(name, level, under.pk, code=code, slug=slug)
    return api.found_unit(entry, by=officer(under), on=on)


def district(under: api.Unit, *, slug: str | None = None, on: date = SINCE) -> api.Unit:
    """Quận Bình Thủy."""
    return unit("Quận Bình Thủy", under=under, level=api.Level.DISTRICT, code="918", slug=slug, on=on)


def post(under: api.Unit, title: str = "Chuyên viên", *, on: date = SINCE, **changes: object) -> api.Post:
    """A specialist's post that asks for a university degree."""
    degree = api.Standard(api.Subject.PROFESSIONAL, 4, "Thông tư 11/2014/TT-BNV")
    entry = api.PostEntry(
        under.pk, title, api.PostCategory.SPECIALIST, api.KindOfPost.DISTRICT_SPECIALIST, standards=(degree,)
    )
    return api.create_post(entry, by=officer(under), on=on)
