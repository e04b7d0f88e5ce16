"""Cấu hình: read from the environment, the same for every part of the system."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

ROOT = Path(__file__).resolve().parent.parent.parent
DATA = Path(os.environ.get("DATA") or ROOT / "data").expanduser().absolute()
FILES_ROOT = DATA / "files"  # uploads: outside of everything that the web server serves

PRODUCTION = os.environ.get("CONGVU_PRODUCTION") == "1"
DEBUG = os.environ.get("CONGVU_DEBUG") == "1" and not PRODUCTION


def _secret_key() -> str:
    if given := os.environ.get("SECRET_KEY"):
        return given
    if PRODUCTION:
        raise RuntimeError("Chạy thật (CONGVU_PRODUCTION=1) phải đặt biến SECRET_KEY.")
    kept = DATA / "khoa-bi-mat"  # written by the command line at the first start
    return kept.read_text() if os.access(kept, os.R_OK) else secrets.token_urlsafe(48)


def database(url: str) -> dict[str, Any]:
    """Cơ sở dữ liệu: Django's settings of a connection address, a socket folder in `?host=` included."""
    parts = urlsplit(url)
    options: dict[str, Any] = dict(parse_qsl(parts.query))
    host = options.pop("host", None) or parts.hostname or ""
    pooled = os.environ.get("CONGVU_POOL") == "1"
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.removeprefix("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or options.pop("port", "")),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**options, **({"pool": {"min_size": 1, "max_size": 8, "timeout": 10}} if pooled else {})},
    }


SECRET_KEY = _secret_key()
DATABASES = {
    "default": database(os.environ.get("DATABASE_URL") or "postgresql://congvu@/congvu?host=/khong-co-may-chu")
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

ALLOWED_HOSTS = os.environ.get("CONGVU_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("CONGVU_ORIGINS", "").split(",") if origin]
ROOT_URLCONF = "congvu.config.urls"
WSGI_APPLICATION = "congvu.config.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "procrastinate.contrib.django",
    "congvu.kernel.temporal",
    "congvu.kernel.names",
    "congvu.kernel.scope",
    "congvu.kernel.calendar",
    "congvu.kernel.audit",
    "congvu.kernel.access",
    "congvu.kernel.documents",
    "congvu.kernel.agenda",
    "congvu.kernel.indicators",
    "congvu.web",
    "congvu.contexts.organisations",
    "congvu.contexts.personnel",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "congvu.web.security.PolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "congvu.web.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "congvu.web.request.ScopeMiddleware",  # inside: session and messages are written outside its read-only transaction
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",  # allauth's pages read `user`
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

# People
AUTH_USER_MODEL = "access.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/dang-nhap/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "congvu.web.accounts.AccountAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
SESSION_ENGINE = "django.contrib.sessions.backends.db"  # so that logging out ends the session for good
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"


# Letters: without a mail server none are sent, and reminders stand on the pages alone
def mail_server(url: str) -> dict[str, Any]:
    """Máy chủ thư: smtps://user:password@host:465, or smtp://…:587?tls=starttls, or smtp://host:25."""
    parts = urlsplit(url)
    options = dict(parse_qsl(parts.query))
    return {
        "host": parts.hostname or "",
        "port": parts.port or (465 if parts.scheme == "smtps" else 25),
        "user": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "ssl": parts.scheme == "smtps",
        "tls": options.get("tls") == "starttls",
    }


_MAIL = mail_server(os.environ.get("CONGVU_SMTP_URL", ""))
EMAIL_HOST, EMAIL_PORT = _MAIL["host"], _MAIL["port"]
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _MAIL["user"], _MAIL["password"]
EMAIL_USE_SSL, EMAIL_USE_TLS = _MAIL["ssl"], _MAIL["tls"]
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("CONGVU_MAIL_FROM", "Công Vụ <congvu@localhost>")
CONGVU_ADDRESS = os.environ.get("CONGVU_ADDRESS", "http://127.0.0.1:8000")  # how people reach the pages, for letters
CONGVU_CHANNELS = ["congvu.kernel.agenda.channels.InPage", "congvu.kernel.agenda.channels.Email"]

# Words and days
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [ROOT / "congvu" / "locale"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

# What the pages load
STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [
    (f"vendor/{name}", folder)
    for name, folder in {
        "tabler": ROOT / "node_modules" / "@tabler" / "core" / "dist",
        "htmx": ROOT / "node_modules" / "htmx.org" / "dist",
        "be-vietnam-pro": ROOT / "node_modules" / "@fontsource" / "be-vietnam-pro",
    }.items()
    if folder.is_dir()
]
GUIDE = ROOT / "docs" / "guide"
if (GUIDE / "pictures").is_dir():
    STATICFILES_DIRS.append(("guide", GUIDE / "pictures"))
STATICFILES_FINDERS = [
    "congvu.config.static.Finder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": FILES_ROOT}},
    "staticfiles": {"BACKEND": "congvu.config.static.Storage"},
}

# Safety
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "congvu.web.refusals.form_expired"
if PRODUCTION:
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django.security.DisallowedHost": {"level": "CRITICAL"}},  # anybody can send a wrong name
}

# Registries that contexts fill and web reads
CONGVU_ROLES = "congvu.config.roles.ROLES"
CONGVU_NAVIGATION = "congvu.config.navigation.ENTRIES"
CONGVU_SEARCH = "congvu.config.search.PROVIDERS"
CONGVU_DUTY_KINDS = "congvu.config.duties.KINDS"
CONGVU_UNITS = "congvu.config.units.UNITS"
CONGVU_PEOPLE = "congvu.config.people.PEOPLE"
CONGVU_DEMO_ACCOUNTS = "congvu.demo.accounts.demo_accounts"
CONGVU_DEMO_DAY = "congvu.demo.opening_day"
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
