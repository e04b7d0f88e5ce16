from django.apps import AppConfig


class NamesConfig(AppConfig):
    name = "congvu.kernel.names"
    label = "names"
    verbose_name = "Tên người và từ tiếng Việt"
