"""Quyền vào trang: every view says who may open it; a view that says nothing opens for nobody."""

from collections.abc import Callable
from typing import Any, TypeVar

from congvu.kernel.access import Officer

View = TypeVar("View", bound=Callable[..., Any])

PUBLIC = ("public",)
SIGNED_IN = ("signed_in",)
OWN = ("own",)

NOBODY = Officer(user_id=None, name="", grants=())


def allow(*permissions: str) -> Callable[[View], View]:
    """Cho phép: officers who hold any of the permissions somewhere; over which unit, the action asks."""

    def mark(view: View) -> View:
        view.allows = permissions  # type: ignore[attr-defined]
        return view

    return mark


def public(view: View) -> View:
    """Công khai: open without log-in."""
    return allow(*PUBLIC)(view)


def signed_in(view: View) -> View:
    """Đã đăng nhập: open for every account."""
    return allow(*SIGNED_IN)(view)


def own(view: View) -> View:
    """Của chính mình: open for every account that is linked to a person, for that person's own file alone."""
    return allow(*OWN)(view)


def admits(view: Callable[..., Any], officer: Officer) -> bool:
    """Whether the view's mark lets the officer in; log-in is asked for elsewhere."""
    allows: tuple[str, ...] = getattr(view, "allows", ())
    if allows in (PUBLIC, SIGNED_IN):
        return True
    if allows == OWN:
        return officer.person_id is not None
    return any(officer.may_somewhere(permission) for permission in allows)
