from django.conf import settings
from django.urls import path

from congvu.web.views import account, accounts, facts, gallery, home, preferences, reference, searching

app_name = "web"
urlpatterns = [
    path("", home.home, name="home"),
    path("nhat-ky/", facts.facts, name="facts"),
    path("tim-kiem/", searching.results, name="search"),
    path("can-cu-phap-ly/", reference.legal_sources, name="sources"),
    path("tro-giup/", reference.help_page, name="help"),
    path("tro-giup/<slug:chapter>/", reference.guide_chapter, name="guide"),
    path("tai-khoan/", account.profile, name="profile"),
    path("quan-tri/tai-khoan/", accounts.register, name="accounts"),
    path("quan-tri/tai-khoan/mo/", accounts.open_account, name="open_account"),
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
