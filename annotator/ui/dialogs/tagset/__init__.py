"""The tagset editor: labels, roles and attributes, each change over the whole project."""

from annotator.ui.dialogs.tagset.dialog import TagsetDialog

__all__ = ["TagsetDialog"]
