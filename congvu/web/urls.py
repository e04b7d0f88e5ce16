from django.conf import settings
from django.urls import path

from congvu.web.views import (
    account,
    account_people,
    accounts,
    board,
    duties,
    facts,
    gallery,
    home,
    preferences,
    reference,
    reminders,
    searching,
)

app_name = "web"
urlpatterns = [
    path("", home.home, name="home"),
    path("viec/", duties.register, name="duties"),
    path("viec/excel/", duties.workbook, name="duties_workbook"),
    path("viec/bang/", board.due_board, name="due_board"),
    path("viec/<int:pk>/", duties.duty, name="duty"),
    path("viec/<int:pk>/nhac/", duties.urge, name="urge"),
    path("lich/<slug:token>.ics", reminders.feed, name="feed"),
    path("nhat-ky/", facts.facts, name="facts"),
    path("nhat-ky/excel/", facts.facts_excel, name="facts_excel"),
    path("tim-kiem/", searching.results, name="search"),
    path("can-cu-phap-ly/", reference.legal_sources, name="sources"),
    path("tro-giup/", reference.help_page, name="help"),
    path("tro-giup/<slug:chapter>/", reference.guide_chapter, name="guide"),
    path("tai-khoan/", account.profile, name="profile"),
    path("tai-khoan/nhac-viec/", reminders.choices, name="reminders"),
    path("tai-khoan/lich/cap/", reminders.renew, name="renew_feed"),
    path("tai-khoan/lich/thu-hoi/", reminders.revoke, name="revoke_feed"),
    path("quan-tri/tai-khoan/", accounts.register, name="accounts"),
    path("quan-tri/tai-khoan/excel/", accounts.register_excel, name="accounts_excel"),
    path("quan-tri/tai-khoan/mo/", accounts.open_account, name="open_account"),
    path("quan-tri/tai-khoan/mo/nguoi/", account_people.choose, name="choose_person"),
    path("quan-tri/tai-khoan/<int:pk>/ho-so/", account_people.link, name="link_person"),
    path("quan-tri/tai-khoan/<int:pk>/bo-ho-so/", account_people.unlink, name="unlink_person"),
    path("quan-tri/tai-khoan/<int:pk>/", accounts.account, name="account"),
    path("quan-tri/tai-khoan/<int:pk>/phan-quyen/", accounts.grant, name="grant_role"),
    path("quan-tri/tai-khoan/<int:pk>/khoa/", accounts.close, name="close_account"),
    path("quan-tri/phan-quyen/<int:pk>/thoi/", accounts.end, name="end_role"),
    path("ngay-so-lieu/", preferences.choose_day, name="as_of"),
    path("giao-dien/", preferences.choose_theme, name="theme"),
    path("ngon-ngu/", preferences.choose_language, name="language"),
]
if settings.DEBUG:
    urlpatterns += [path("mau/<slug:name>/", gallery.specimen, name="gallery")]
