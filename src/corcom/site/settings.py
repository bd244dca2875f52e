"""Django's settings. Everything a site may change is read from the environment here and listed in docs/settings.md."""

from __future__ import annotations

from pathlib import Path

from django.core.management.utils import get_random_secret_key
from django.utils.translation import gettext_lazy as _

from corcom.kernel.packaged import use_site_folder
from corcom.kernel.secret_file import kept_secret
from corcom.site import environment
from corcom.site.mail import mail_settings

PACKAGE = Path(__file__).resolve().parent.parent
DATA = Path(
    environment.text(
        "CORCOM_DATA", "var", what="The folder of everything that a site keeps: database, originals, style sheets."
    )
).absolute()

SITE_ROWS = DATA / "register"
# States and meetings that the site has otherwise than the release; named before anything reads them.
use_site_folder(SITE_ROWS / "current")

DEBUG = environment.switch(
    "CORCOM_DEBUG", default=False, what="Show errors with their code. For people who work on CorCom, never for a site."
)
_SECRET_KEY = environment.text(
    "CORCOM_SECRET_KEY",
    shown="made by `corcom migrate` and kept in secret.key in CORCOM_DATA",
    what="Signs sessions, forms, and the links that go to States, which open with this key alone: 50 random characters. "
    "A site with several servers needs one for all.",
)
# Where the environment names none, the server and each command read the same: what one signs, the other opens.
SECRET_KEY_FILE = None if _SECRET_KEY else DATA / "secret.key"
SECRET_KEY = _SECRET_KEY or kept_secret(DATA / "secret.key") or get_random_secret_key()
# Objections in a silence procedure are encrypted with it, so that a copy of the database alone opens none.
SEAL_KEY = environment.text(
    "CORCOM_SEAL_KEY",
    shown="made at first need and kept in seal.key in CORCOM_DATA",
    what="Seals objections until the deadline of a silence procedure: 64 hexadecimal digits. Whoever loses it loses them; "
    "keep it apart from the copies of the database. A site with several servers needs one for all.",
)
SEAL_KEY_FILE = DATA / "seal.key"
ALLOWED_HOSTS = environment.words(
    "CORCOM_HOSTS", "127.0.0.1,localhost", what="The names under which the site is asked for; others are refused."
)
CSRF_TRUSTED_ORIGINS = environment.words(
    "CORCOM_ORIGINS",
    what="Addresses that may send forms, such as https://corcom.example.org, where a proxy in front ends the encryption.",
)
# Where pages are asked for, the address is known; commands must be told.
SITE_ADDRESS = environment.address(
    "CORCOM_ADDRESS",
    next((each for each in CSRF_TRUSTED_ORIGINS if "*" not in each), ""),
    shown="the first of CORCOM_ORIGINS",
    what="Where the site is reached, such as https://corcom.example.org: for the links in what commands write to States.",
)

DATABASES = {
    "default": environment.database(
        "CORCOM_DATABASE",
        f"sqlite:{DATA / 'corcom.sqlite3'}",
        shown="corcom.sqlite3 in CORCOM_DATA",
        what="Where the tables are. SQLite needs nothing else; PostgreSQL 15 or later is for larger sites.",
    )
}

# What the processes of a server must know of each other: who gave how many wrong passwords. `corcom migrate` makes its
# table. Full, a cache forgets entries that still hold, which nobody should bring about by asking for many names.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "corcom_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

INSTALLED_APPS = [
    "corcom.site.apps.CorcomConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "django_htmx",
    "template_partials",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "corcom.web.headers.PageHeaders",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Every page asks for a person who is signed in.
    "corcom.web.sign_in_first.SignInFirst",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "corcom.web.day_of_page.DayOfPage",
    "corcom.web.not_by_itself.NotByItself",
]

ROOT_URLCONF = "corcom.site.urls"
WSGI_APPLICATION = "corcom.site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "corcom.web.frame.frame",
            ],
            "libraries": {"corcom": "corcom.web.templatetags.corcom"},
        },
    },
]

AUTH_USER_MODEL = "corcom.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "corcom.web.sign_in.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LANGUAGE_CODE = "en"
# The six languages of the United Nations.
LANGUAGES = [
    ("ar", _("Arabic")),
    ("zh-hans", _("Chinese")),
    ("en", _("English")),
    ("fr", _("French")),
    ("ru", _("Russian")),
    ("es", _("Spanish")),
]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [PACKAGE / "web" / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "corcom.site.static_files.StaticFiles"},
}
# Style sheets and scripts are found in the package itself until `corcom collectstatic` has compressed them.
WHITENOISE_USE_FINDERS = True
MEDIA_ROOT = DATA / "files"
FILE_UPLOAD_HANDLERS = [
    # Stops what is past the bounds while it comes in; the two after it are Django's own.
    "corcom.web.documents.upload_bounds.BoundedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CSRF_FAILURE_VIEW = "corcom.web.errors.form_expired"
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = environment.switch(
    "CORCOM_HTTPS",
    default=not DEBUG,
    shown="yes, unless CORCOM_DEBUG",
    what="Send cookies over HTTPS alone. `no` is for a site that answers on one machine, such as the demonstration.",
)

MAIL = mail_settings()

# How commands speak the languages of the site in what they write to others: pages and commands do not know each other.
WORDING = "corcom.web.spoken_in.wording_of"
# Likewise where a signed link leads.
TOKEN_ADDRESS = "corcom.web.reports.addresses.token_address"  # noqa: S105  it is no token

# To standard error: what failed, with its traceback, and who was refused, in a line. Nothing else keeps it.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {"refusals": {"()": "corcom.site.log_lines.RefusalsInALine"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING"},
        "django.request": {"filters": ["refusals"]},
        "corcom": {"handlers": ["stderr"], "level": "INFO"},
    },
}

# What was read from the environment above: `corcom docs` writes docs/settings.md from it.
SETTINGS_ASKED = tuple(environment.ASKED.values())
