"""Every read of the personal file; the day asked about is always named."""

from congvu.contexts.personnel.queries.people import locked, locked_assignment, principal_post
from congvu.contexts.personnel.queries.staff import highest, staff

__all__ = ["highest", "locked", "locked_assignment", "principal_post", "staff"]
