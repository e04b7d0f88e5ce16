from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "congvu.kernel.access"
    label = "access"
    verbose_name = "Quyền hạn"
