from congvu.kernel.access import Grant, Officer, Role
from congvu.web import navigation
from congvu.web.access import NOBODY, admits, allow, public, signed_in


def _officer(*permissions):
    return Officer(1, "An", (Grant(Role("tried", "Vai trò thử", frozenset(permissions)), 1, "1"),))


def _labels(officer, path="/"):
    return [place.label for group in navigation.groups(officer, path=path) for place in group.places]


def test_the_menu_shows_only_what_the_officer_may_open():
    assert "Căn cứ pháp lý" in _labels(_officer("web.view_sources"))
    assert "Căn cứ pháp lý" not in _labels(_officer("personnel.view_person"))


def test_nobody_sees_no_menu():
    assert _labels(NOBODY) == []


def test_the_menu_marks_the_place_where_one_stands():
    groups = navigation.groups(_officer("web.view_sources"), path="/can-cu-phap-ly/")

    assert [place.label for group in groups for place in group.places if place.current] == ["Căn cứ pháp lý"]


def test_a_view_that_says_nothing_opens_for_nobody():
    def view(request):
        raise AssertionError

    assert not admits(view, _officer("web.view_home"))


def test_a_view_opens_for_whoever_holds_one_of_its_permissions():
    view = allow("a.read", "b.read")(lambda request: None)

    assert admits(view, _officer("b.read"))
    assert not admits(view, _officer("c.read"))


def test_marks_for_everybody_need_no_permission():
    assert admits(public(lambda request: None), NOBODY)
    assert admits(signed_in(lambda request: None), _officer())
