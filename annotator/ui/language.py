"""The language of the window: English as written in the code, or a translation of it."""

from pathlib import Path
from typing import Literal, NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from annotator.model.message import AnnotatorError, Message
from annotator.resources import resource

Language = Literal["en", "vi"]

MESSAGES = "Message"
"""The context of sentences that come from below the window."""


class _Running(NamedTuple):
    language: Language
    translations: "Translations | None"


_running = [_Running("en", None)]


class Translations(QTranslator):
    """The translations of one `.ts` file, read as they are written.

    A text is looked for in its context, then in any other: most are translated once for all.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        from xml.etree import ElementTree

        self._texts: dict[tuple[str, str], str] = {}
        for context in ElementTree.parse(path).getroot().iter("context"):  # noqa: S314 our own file
            name = context.findtext("name", "")
            for entry in context.iter("message"):
                text = entry.findtext("translation", "")
                if text:
                    source = entry.findtext("source", "")
                    self._texts[name, source] = text
                    self._texts.setdefault(("", source), text)

    def isEmpty(self) -> bool:
        return not self._texts

    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        text = self._texts.get((context, sourceText)) or self._texts.get(("", sourceText))
        return text.replace("%n", str(n)) if text and n >= 0 else text


def translations_file(language: str) -> Path:
    """Return the file that holds the translations into `language`."""
    return resource(f"translations/{language}.ts")


def system_language() -> Language:
    """Return the language of the system, where there is a translation into it, else English."""
    names = QLocale.system().uiLanguages()
    return "vi" if names and names[0].startswith("vi") else "en"


def set_language(language: Language) -> None:
    """Show what is built from now on in `language`."""
    app = QCoreApplication.instance()
    assert app is not None
    if before := _running[0].translations:
        app.removeTranslator(before)
    translations = Translations(translations_file(language)) if language != "en" else None
    if translations:
        app.installTranslator(translations)
    QLocale.setDefault(QLocale("vi_VN" if language == "vi" else "en_GB"))
    _running[0] = _Running(language, translations)


def language() -> Language:
    """Return the running language."""
    return _running[0].language


def say(what: Message | AnnotatorError) -> str:
    """Return a sentence from below the window in its language, with its place before it."""
    if isinstance(what, AnnotatorError):
        return f"{what.where}: {say(what.message)}" if what.where else say(what.message)
    values = (say(each) if isinstance(each, Message) else each for each in what.values)
    return QCoreApplication.translate(MESSAGES, what.template).format(*values)
