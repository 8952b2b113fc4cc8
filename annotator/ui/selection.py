"""What of the text is meant: the words selected, or the one at the caret."""

from typing import TYPE_CHECKING

from annotator.language.segmentation import is_word, syllables, word_at
from annotator.model.annotation import Fragment

if TYPE_CHECKING:
    from annotator.ui.editor import Editor


def selected_words(editor: "Editor") -> Fragment | None:
    """Return the selected text without the white space at its ends; None where that is nothing."""
    start, end = editor.stretch
    selected = editor.article.text[start:end] if editor.article else ""
    if not selected.strip():
        return None
    return Fragment(end - len(selected.lstrip()), start + len(selected.rstrip()))


def word_under_caret(editor: "Editor") -> Fragment | None:
    """Return the word at the caret, or the one that ends there, or None: never a mark alone.

    The syllable, while words are not known.
    """
    if editor.article is None:
        return None
    text, caret = editor.article.text, editor.stretch.end
    units, low = editor.words, 0
    if units is None:
        low, high = text.rfind("\n", 0, caret) + 1, text.find("\n", caret)
        units = syllables(text[low : high if high >= 0 else len(text)])
    for offset in (caret, caret - 1):
        found = word_at(units, offset - low)
        if found and is_word(text[low + found.start : low + found.end]):
            return Fragment(found.start + low, found.end + low)
    return None
