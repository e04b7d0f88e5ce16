"""Addresses of the personal file, the review and the import."""

from django.urls import path

from congvu.contexts.personnel.views import changes, completeness, imports, people, placing, review, reviews, studying

app_name = "personnel"
urlpatterns = [
    path("can-bo/", people.people, name="people"),
    path("can-bo/excel/", people.people_excel, name="people_excel"),
    path("can-bo/<int:pk>/", people.person, name="person"),
    path("can-bo/<int:pk>/nguoi-xem/", people.readings, name="readings"),
    path("can-bo/them/", placing.enrol, name="enrol"),
    path("can-bo/<int:pk>/dinh-chinh/", changes.correct, name="correct"),
    path("can-bo/<int:pk>/bo-tri/", placing.take_post, name="take_post"),
    path("can-bo/<int:pk>/thoi-giu/<int:assignment>/", placing.leave_post, name="leave_post"),
    path("can-bo/<int:pk>/trinh-do/", studying.record_study, name="record_study"),
    path("can-bo/<int:pk>/trinh-do/<int:study>/rut/", studying.withdraw_study, name="withdraw_study"),
    path("can-bo/<int:pk>/dang/", changes.join_party, name="join_party"),
    path("can-bo/<int:pk>/con-thieu/", completeness.score, name="score"),
    path("ra-soat-ho-so/", completeness.board, name="completeness"),
    path("ra-soat-ho-so/danh-sach/", completeness.scores, name="scores"),
    path("ra-soat-ho-so/danh-sach/excel/", completeness.scores_excel, name="scores_excel"),
    path("ra-soat-ho-so/dot/", reviews.file_reviews, name="file_reviews"),
    path("ra-soat-ho-so/dot/moi/", reviews.open_file_review, name="open_file_review"),
    path("ra-soat-ho-so/dot/<int:pk>/", reviews.file_review, name="file_review"),
    path("ra-soat-ho-so/dot/<int:pk>/excel/", reviews.file_review_excel, name="file_review_excel"),
    path("ra-soat-ho-so/dot/<int:pk>/bao-cao/", reviews.report_file_review, name="report_file_review"),
    path("ra-soat-ho-so/dot/<int:pk>/doi-han/", reviews.extend_file_review, name="extend_file_review"),
    path("ra-soat-ho-so/dot/<int:pk>/ket-thuc/", reviews.close_file_review, name="close_file_review"),
    path("ra-soat/", review.board, name="review"),
    path("ra-soat/chua-dat/", review.gaps, name="gaps"),
    path("ra-soat/chua-dat/excel/", review.gaps_excel, name="gaps_excel"),
    path("ra-soat/chi-so/<slug:name>/", review.figure, name="figure"),
    path("ra-soat/bao-cao/", review.report, name="report"),
    path("ra-soat/bao-cao/<slug:form>/", review.report_file, name="report_file"),
    *imports.urlpatterns,
]
