from django.apps import AppConfig


class CalendarConfig(AppConfig):
    name = "congvu.kernel.calendar"
    label = "calendar"
    verbose_name = "Lịch làm việc"
