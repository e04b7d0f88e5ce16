"""Addresses of the personal file, the review and the import."""

from django.urls import path

from congvu.contexts.personnel.views import (
    changes,
    imports,
    items,
    papers,
    paying,
    people,
    placing,
    review,
    sections,
    studying,
)

app_name = "personnel"
urlpatterns = [
    path("can-bo/", people.people, name="people"),
    path("can-bo/excel/", people.people_excel, name="people_excel"),
    path("can-bo/<int:pk>/", people.person, name="person"),
    path("can-bo/<int:pk>/nguoi-xem/", people.readings, name="readings"),
    path("can-bo/<int:pk>/ly-lich/", sections.sections, name="sections"),
    path("can-bo/<int:pk>/ly-lich/<slug:group>/", sections.section, name="section"),
    path("can-bo/<int:pk>/ly-lich/<slug:group>/ghi/", items.file_item, name="file_item"),
    path("can-bo/<int:pk>/ly-lich/<slug:group>/khong-co/", items.file_none, name="file_none"),
    path("can-bo/<int:pk>/noi-dung/<int:item>/thay-doi/", items.change_item, name="change_item"),
    path("can-bo/<int:pk>/noi-dung/<int:item>/dinh-chinh/", items.correct_item, name="correct_item"),
    path("can-bo/<int:pk>/noi-dung/<int:item>/ket-thuc/", items.end_item, name="end_item"),
    path("can-bo/<int:pk>/noi-dung/<int:item>/rut/", items.withdraw_item, name="withdraw_item"),
    path("can-bo/<int:pk>/giay-to/", papers.papers, name="papers"),
    path("can-bo/<int:pk>/giay-to/them/", papers.file_paper, name="file_paper"),
    path("can-bo/<int:pk>/giay-to/<int:paper>/", papers.paper, name="paper"),
    path("can-bo/<int:pk>/giay-to/<int:paper>/rut/", papers.withdraw_paper, name="withdraw_paper"),
    path("can-bo/<int:pk>/anh/", papers.picture, name="picture"),
    path("can-bo/<int:pk>/anh/thay/", papers.file_picture, name="file_picture"),
    path("can-bo/them/", placing.enrol, name="enrol"),
    path("can-bo/<int:pk>/dinh-chinh/", changes.correct, name="correct"),
    path("can-bo/<int:pk>/bo-tri/", placing.take_post, name="take_post"),
    path("can-bo/<int:pk>/thoi-giu/<int:assignment>/", placing.leave_post, name="leave_post"),
    path("can-bo/<int:pk>/trinh-do/", studying.record_study, name="record_study"),
    path("can-bo/<int:pk>/trinh-do/<int:study>/rut/", studying.withdraw_study, name="withdraw_study"),
    path("can-bo/<int:pk>/ngach-bac/", paying.record_rank, name="record_rank"),
    path("can-bo/<int:pk>/loai/", paying.record_service, name="record_service"),
    path("can-bo/<int:pk>/dang/", changes.join_party, name="join_party"),
    path("ra-soat/", review.board, name="review"),
    path("ra-soat/chua-dat/", review.gaps, name="gaps"),
    path("ra-soat/chua-dat/excel/", review.gaps_excel, name="gaps_excel"),
    path("ra-soat/chi-so/<slug:name>/", review.figure, name="figure"),
    path("ra-soat/bao-cao/", review.report, name="report"),
    path("ra-soat/bao-cao/<slug:form>/", review.report_file, name="report_file"),
    *imports.urlpatterns,
]
