"""How style sheets, scripts and fonts are stored and named."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]  # has no types


class StaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # likewise
    """Compressed, and named after their content, once `corcom collectstatic` has run; plain names until then."""

    def stored_name(self, name: str) -> str:
        if self.hash_key(self.clean_name(name)) not in self.hashed_files:
            return name
        return str(super().stored_name(name))
