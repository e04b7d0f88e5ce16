"""Addresses of the personal file, the review and the import."""

from django.urls import path

from congvu.contexts.personnel.views import imports, people, review

app_name = "personnel"
urlpatterns = [
    path("can-bo/", people.people, name="people"),
    path("can-bo/excel/", people.people_excel, name="people_excel"),
    path("can-bo/<int:pk>/", people.person, name="person"),
    path("can-bo/<int:pk>/nguoi-xem/", people.readings, name="readings"),
    path("ra-soat/", review.board, name="review"),
    path("ra-soat/chua-dat/", review.gaps, name="gaps"),
    path("ra-soat/chua-dat/excel/", review.gaps_excel, name="gaps_excel"),
    path("ra-soat/chi-so/<slug:name>/", review.figure, name="figure"),
    path("ra-soat/bao-cao/", review.report, name="report"),
    path("ra-soat/bao-cao/<slug:form>/", review.report_file, name="report_file"),
    *imports.urlpatterns,
]
