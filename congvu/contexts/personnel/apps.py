from django.apps import AppConfig


class PersonnelConfig(AppConfig):
    name = "congvu.contexts.personnel"
    label = "personnel"
    verbose_name = "Hồ sơ cán bộ, công chức, viên chức"
