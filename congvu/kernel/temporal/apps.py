from django.apps import AppConfig


class TemporalConfig(AppConfig):
    name = "congvu.kernel.temporal"
    label = "temporal"
    verbose_name = "Hiệu lực theo thời gian"
