"""Trang «ok»: the least that Django can answer, for the same kind of server; `python -m bench.bare PORT`."""

import sys

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

from congvu.cli.serve import THREADS, WORKERS


def ok(request: HttpRequest) -> HttpResponse:
    """Hai chữ cái."""
    return HttpResponse("ok")


urlpatterns = [path("", ok)]


def application() -> object:
    """Django without middleware, applications or database."""
    settings.configure(ROOT_URLCONF="bench.bare", ALLOWED_HOSTS=["127.0.0.1"], SECRET_KEY="ok")
    return get_wsgi_application()


def serve(port: int) -> None:
    """Phục vụ with as many workers and threads as the product."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    Granian(
        "bench.bare:application",
        address="127.0.0.1",
        port=port,
        interface=Interfaces.WSGI,
        workers=WORKERS,
        blocking_threads=THREADS,
        websockets=False,
        factory=True,
        log_level=LogLevels.error,
    ).serve()


if __name__ == "__main__":
    serve(int(sys.argv[1]))
