"""Style and script under names that change with their content, so that they may be kept."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class Files(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """A file that was never gathered (``knutepunkt run`` gathers them) goes by its own name."""

    manifest_strict = False

    def stored_name(self, name: str) -> str:
        """The name with a digest of the content, or the plain one."""
        try:
            return str(super().stored_name(name))
        except ValueError:
            return name
