from django.apps import AppConfig


class ScopeConfig(AppConfig):
    name = "congvu.kernel.scope"
    label = "scope"
    verbose_name = "Phạm vi"
