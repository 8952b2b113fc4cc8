"""Text for other programs, exactly as it is in the article."""

from PySide6.QtGui import QGuiApplication

_MARKS = ("\ufeff", "\ufffe")


def put_on_clipboard(text: str) -> None:
    """Put `text` on the clipboard, byte order mark and all.

    Qt drops a mark that a text begins with, on its way from Python: a second one takes its place.
    """
    QGuiApplication.clipboard().setText(f"\ufeff{text}" if text.startswith(_MARKS) else text)
