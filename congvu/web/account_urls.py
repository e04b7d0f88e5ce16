"""Addresses of log-in and of the second step, under the names that allauth looks for."""

from django.urls import path

from congvu.web.views import account

urlpatterns = [
    path("dang-nhap/", account.log_in, name="account_login"),
    path("dang-xuat/", account.log_out, name="account_logout"),
    path("dang-nhap/ngung/", account.inactive, name="account_inactive"),
    path("dang-nhap/buoc-hai/", account.second_step, name="mfa_authenticate"),
    path("tai-khoan/mat-khau/", account.change_password, name="account_change_password"),
    path("tai-khoan/xac-nhan/", account.reauthenticate, name="account_reauthenticate"),
    path("tai-khoan/xac-nhan/buoc-hai/", account.reauthenticate_second, name="mfa_reauthenticate"),
    path("tai-khoan/buoc-hai/", account.second_steps, name="mfa_index"),
    path("tai-khoan/buoc-hai/bat/", account.activate_totp, name="mfa_activate_totp"),
    path("tai-khoan/buoc-hai/tat/", account.deactivate_totp, name="mfa_deactivate_totp"),
    path("tai-khoan/ma-du-phong/", account.recovery_codes, name="mfa_view_recovery_codes"),
    path("tai-khoan/ma-du-phong/tao/", account.new_recovery_codes, name="mfa_generate_recovery_codes"),
    path("tai-khoan/ma-du-phong/tai/", account.download_recovery_codes, name="mfa_download_recovery_codes"),
]
