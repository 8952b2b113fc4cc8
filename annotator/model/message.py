"""Sentences for people: written once in English, shown in any language."""

from typing import NamedTuple


class Message(NamedTuple):
    """A sentence with gaps: `template` holds `{0}`, `{1}`…, `values` fill them.

    The template is the key under which the window finds the sentence in the user's language;
    `str()` gives the English one. A value may be a Message itself where a project does not keep it.
    """

    template: str
    values: tuple["str | Message", ...] = ()

    def __str__(self) -> str:
        return self.template.format(*self.values)


def message(template: str, *values: object) -> Message:
    """Return the Message of `template` with `values` turned into strings."""
    return Message(template, tuple(str(value) for value in values))


class AnnotatorError(Exception):
    """Something a person must know: what is wrong, where, and what to do.

    Every error that Annotator raises on purpose is of this class or of one below it; anything else
    is a bug. `where` is a file, or a file and a line (`news.jsonl:12`), or empty.
    """

    def __init__(self, template: str, *values: object, where: str = "") -> None:
        self.message = message(template, *values)
        self.where = where
        super().__init__(template, *values)

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else str(self.message)


class Remark(AnnotatorError):  # noqa: N818  # it is none: nothing failed
    """Something that was kept, but not as it stood there: a person should look at it."""
