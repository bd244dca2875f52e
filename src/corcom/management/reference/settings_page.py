from __future__ import annotations

from django.conf import settings

HEAD = """\
# Settings

<!-- Written by `corcom docs` from src/corcom/site/settings.py; change it there. -->

A site is set up through its environment. A value that cannot be used is refused at the start, with the name of the
setting and what would do. For a secret, put the value into a file and name that file in the setting's name with `_FILE`
behind it: `CORCOM_SECRET_KEY_FILE=/etc/corcom/key`.

`corcom demo` looks at none of these but `CORCOM_DATA`; where it serves is said by `PORT` and whether by `SERVE`.
"""


def settings_page() -> str:
    """What can be set, how it is written, and what holds without it."""
    return HEAD + "".join(
        f"\n## {setting.name}\n\n{setting.what}\n\n- Written as: {setting.form}\n- Without it: {setting.default or 'none'}\n"
        for setting in settings.SETTINGS_ASKED
    )
