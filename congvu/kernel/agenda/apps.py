from django.apps import AppConfig


class AgendaConfig(AppConfig):
    name = "congvu.kernel.agenda"
    label = "agenda"
    verbose_name = "Việc phải làm"
