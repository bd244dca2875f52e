from django.apps import AppConfig


class CorcomConfig(AppConfig):
    """The one data app: all domains share its tables and its line of migrations."""

    name = "corcom"
    verbose_name = "CorCom"
    default_auto_field = "django.db.models.BigAutoField"
