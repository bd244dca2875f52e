from typing import Any

from django.apps import AppConfig
from django.core.management import call_command
from django.db.models.signals import post_migrate


class CorcomConfig(AppConfig):
    """The one data app: all domains share its tables and its line of migrations."""

    name = "corcom"
    verbose_name = "CorCom"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        post_migrate.connect(make_cache_table, sender=self)


def make_cache_table(using: str, **_: Any) -> None:
    """The table of the cache, which belongs to no model, comes with the others; one that is there stays."""
    call_command("createcachetable", database=using, verbosity=0)
