from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    name = "congvu.kernel.indicators"
    label = "indicators"
    verbose_name = "Chỉ số"
