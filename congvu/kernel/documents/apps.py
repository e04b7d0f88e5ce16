from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "congvu.kernel.documents"
    label = "documents"
    verbose_name = "Văn bản"
