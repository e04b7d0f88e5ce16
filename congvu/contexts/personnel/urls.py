"""Addresses of the personal file, the review and the import."""

from django.urls import path

from congvu.contexts.personnel.views import (
    changes,
    curriculum,
    import_register,
    imports,
    people,
    placing,
    review,
    studying,
)

app_name = "personnel"
urlpatterns = [
    path("can-bo/", people.people, name="people"),
    path("can-bo/excel/", people.people_excel, name="people_excel"),
    path("can-bo/<int:pk>/", people.person, name="person"),
    path("can-bo/<int:pk>/nguoi-xem/", people.readings, name="readings"),
    path("can-bo/<int:pk>/excel/", curriculum.file_excel, name="file_excel"),
    path("can-bo/<int:pk>/2c/", curriculum.curriculum_page, name="curriculum"),
    path("can-bo/<int:pk>/2c/<slug:form>/", curriculum.curriculum_file, name="curriculum_file"),
    path("can-bo/them/", placing.enrol, name="enrol"),
    path("can-bo/<int:pk>/dinh-chinh/", changes.correct, name="correct"),
    path("can-bo/<int:pk>/bo-tri/", placing.take_post, name="take_post"),
    path("can-bo/<int:pk>/thoi-giu/<int:assignment>/", placing.leave_post, name="leave_post"),
    path("can-bo/<int:pk>/trinh-do/", studying.record_study, name="record_study"),
    path("can-bo/<int:pk>/trinh-do/<int:study>/rut/", studying.withdraw_study, name="withdraw_study"),
    path("can-bo/<int:pk>/dang/", changes.join_party, name="join_party"),
    path("ra-soat/", review.board, name="review"),
    path("ra-soat/chua-dat/", review.gaps, name="gaps"),
    path("ra-soat/chua-dat/excel/", review.gaps_excel, name="gaps_excel"),
    path("ra-soat/chi-so/<slug:name>/", review.figure, name="figure"),
    path("ra-soat/chi-so/<slug:name>/excel/", review.figure_excel, name="figure_excel"),
    path("ra-soat/bao-cao/", review.report, name="report"),
    path("ra-soat/bao-cao/<slug:form>/", review.report_file, name="report_file"),
    path("nhap-du-lieu/excel/", import_register.imports_excel, name="imports_excel"),
    *imports.urlpatterns,
]
