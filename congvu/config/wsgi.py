"""Cửa vào của máy chủ web."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "congvu.config.settings")

application = get_wsgi_application()
