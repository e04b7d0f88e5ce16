"""Addresses of units and posts."""

from django.urls import path

from congvu.contexts.organisations.views import changes, exports, units

app_name = "organisations"
urlpatterns = [
    path("don-vi/", units.units, name="units"),
    path("don-vi/excel/", exports.units_excel, name="units_excel"),
    path("don-vi/chua-noi/", units.unjoined, name="unjoined"),
    path("don-vi/chua-noi/excel/", exports.unjoined_excel, name="unjoined_excel"),
    path("don-vi/chua-noi/ten/", units.unjoined_names, name="unjoined_names"),
    path("don-vi/chua-noi/ten/excel/", exports.unjoined_names_excel, name="unjoined_names_excel"),
    path("don-vi/<int:pk>/", units.unit, name="unit"),
    path("don-vi/<int:pk>/vi-tri/", units.posts, name="posts"),
    path("don-vi/<int:pk>/vi-tri/excel/", exports.posts_excel, name="posts_excel"),
    path("don-vi/<int:pk>/lich-su/", units.history, name="history"),
    path("don-vi/<int:pk>/so-do/", units.chart, name="chart"),
    path("don-vi/<int:pk>/them/", changes.found, name="found"),
    path("don-vi/<int:pk>/doi-ten/", changes.rename, name="rename"),
    path("don-vi/<int:pk>/chuyen/", changes.move, name="move"),
    path("don-vi/<int:pk>/giai-the/", changes.dissolve, name="dissolve"),
    path("don-vi/<int:pk>/vi-tri/them/", changes.create_post, name="create_post"),
    path("vi-tri/<int:pk>/tieu-chuan/", changes.standard, name="standard"),
    path("vi-tri/<int:pk>/bai-bo/", changes.abolish, name="abolish"),
]
