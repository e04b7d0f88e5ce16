from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "congvu.kernel.audit"
    label = "audit"
    verbose_name = "Nhật ký"
