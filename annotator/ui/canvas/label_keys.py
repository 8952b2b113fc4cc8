"""Which label a key stands for."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from annotator.model.annotation import Kind
from annotator.model.tagset import Tagset

_LABELLED = (Kind.ENTITY, Kind.EVENT, Kind.RELATION, Kind.DOCUMENT)
_HARMLESS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def is_plain(event: QKeyEvent) -> bool:
    """Return whether a key is pressed by itself, be it on the keypad."""
    return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def label_of(event: QKeyEvent, tagset: Tagset) -> tuple[Kind, str] | None:
    """Return the kind and the label that a key press stands for in `tagset`, or None."""
    return _labels_by_key(tagset).get(key_name(event))


def key_name(event: QKeyEvent) -> str:
    """Return a key as a tagset writes it: `2`, `M`, `Shift+M`, `!`; empty where it can't.

    Letters are told by their key, so that Caps Lock changes nothing; the rest by what they type.
    """
    if event.modifiers() & ~_HARMLESS:
        return ""
    key = event.key()
    if Qt.Key.Key_A <= key <= Qt.Key.Key_Z:
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        return f"Shift+{chr(key)}" if shifted else chr(key)
    return event.text() if event.text().isprintable() else ""


@lru_cache(maxsize=4)
def _labels_by_key(tagset: Tagset) -> dict[str, tuple[Kind, str]]:
    return {
        label.shortcut: (kind, label.label)
        for kind in _LABELLED
        for label in tagset.labels(kind)
        if label.shortcut
    }
