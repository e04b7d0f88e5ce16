from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "congvu.contexts.organisations"
    label = "organisations"
    verbose_name = "Tổ chức bộ máy"
