"""Identity of a unit and of a person: key and tree path, nothing else; contexts extend them one to one."""

from typing import TYPE_CHECKING, Any

from django.contrib.postgres.indexes import GistIndex
from django.db import models
from django.db.models import Lookup

if TYPE_CHECKING:
    _Text = models.Field[str, str]
    _Comparison = Lookup[str]
else:
    _Text, _Comparison = models.Field, Lookup


class PathField(_Text):
    """Đường dẫn trong cây: PostgreSQL's ltree, such as "12.31.77"."""

    description = "ltree path"

    def db_type(self, connection: Any) -> str:
        return "ltree"


@PathField.register_lookup
class Under(_Comparison):
    """Thuộc về: the path itself and everything below it."""

    lookup_name = "under"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        left, left_params = self.process_lhs(compiler, connection)
        right, right_params = self.process_rhs(compiler, connection)
        return f"{left} <@ {right}::ltree", (*left_params, *right_params)


@PathField.register_lookup
class Above(_Comparison):
    """Cấp trên: the path itself and everything above it."""

    lookup_name = "above"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        left, left_params = self.process_lhs(compiler, connection)
        right, right_params = self.process_rhs(compiler, connection)
        return f"{left} @> {right}::ltree", (*left_params, *right_params)


class UnitIdentity(models.Model):
    """Định danh đơn vị: a unit's key, its place in the latest tree, and a short name for addresses."""

    path = PathField("đường dẫn trong cây", unique=True)
    slug = models.SlugField("tên rút gọn", max_length=80, unique=True, null=True, blank=True)

    class Meta:
        verbose_name = "định danh đơn vị"
        indexes = [GistIndex(fields=["path"], name="unitidentity_path_gist")]

    def __str__(self) -> str:
        return self.slug or str(self.path)


class PersonIdentity(models.Model):
    """Định danh người: a person's key and the unit that keeps the file; the database copies the unit's path."""

    home = models.ForeignKey(UnitIdentity, models.PROTECT, related_name="+", verbose_name="đơn vị quản lý hồ sơ")
    path = PathField("đường dẫn của đơn vị", editable=False, default="")

    class Meta:
        verbose_name = "định danh người"
        indexes = [GistIndex(fields=["path"], name="personidentity_path_gist")]

    def __str__(self) -> str:
        return str(self.pk)


__all__ = ["Above", "PathField", "PersonIdentity", "Under", "UnitIdentity"]
