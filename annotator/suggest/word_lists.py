"""Lists of words with their labels, as people keep them (CSV, TSV, a word a line), and projects."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from annotator.model.article import Json
from annotator.model.message import AnnotatorError
from annotator.open_projects import is_open
from annotator.pausing import pause

_LONGEST = 10_000
"""Characters of a line."""
_AT_ONCE = 500
"""Words made between two pauses."""


class WordListError(AnnotatorError):
    """A list that can't be read: where, and what is wrong with it."""


class WordList(NamedTuple):
    """Words with their labels, under the name of the file they came in.

    The dictionary knows those of the project's lists from the first.
    """

    name: str
    words: tuple[tuple[str, str], ...]


def lists_to_json(lists: Iterable[WordList]) -> list[Json]:
    """Return `lists` as a project keeps them."""
    return [[each.name, [[*pair] for pair in each.words]] for each in lists]


def lists_from_json(data: Iterable[Any]) -> tuple[WordList, ...]:
    """Return the lists that `lists_to_json` wrote; raises WordListError."""
    try:
        return tuple(WordList(str(name), tuple(_pairs(words))) for name, words in data)
    except (TypeError, ValueError) as error:
        raise WordListError("The lists of words can't be read: {0}.", error) from error


def _pairs(words: Iterable[Any]) -> Iterator[tuple[str, str]]:
    for number, (word, label) in enumerate(words):
        if number % _AT_ONCE == 0:
            pause()
        yield str(word), str(label)


def read_words(path: Path, label: str = "") -> list[tuple[str, str]]:
    """Return the words of the list at `path`, in UTF-8, with their labels.

    A line holds a word, then a comma, semicolon or tab, then its label; without one it has `label`.
    Empty lines and those that begin with `#` are passed by, and so is a first line that says
    `word,label`. Raises WordListError, with the line, and OSError.
    """
    if is_open(path):
        raise WordListError("This is the open project: name a list of words.", where=str(path))
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise WordListError("The list is not in UTF-8: save it so.", where=str(path)) from error
    found = list(_words(text, label, str(path)))
    if not found:
        raise WordListError("There is no word in the list.", where=str(path))
    return found


def _words(text: str, label: str, where: str) -> Iterator[tuple[str, str]]:
    import csv  # seldom wanted, and the rest of this at each start

    for number, line in enumerate(text.splitlines(), 1):
        pause()
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if len(line) > _LONGEST:
            raise WordListError("The line is too long for a word.", where=f"{where}:{number}")
        mark = next((each for each in "\t;," if each in line), ",")
        try:
            fields = [field.strip() for field in next(csv.reader([line], delimiter=mark))]
        except csv.Error as error:
            where = f"{where}:{number}"
            raise WordListError("The line can't be read: {0}.", error, where=where) from error
        if number == 1 and [field.lower() for field in fields[:2]] == ["word", "label"]:
            continue
        word, own = fields[0], fields[1] if len(fields) > 1 else ""
        if not word:
            raise WordListError("The line has no word.", where=f"{where}:{number}")
        if not (own or label):
            raise WordListError(
                "“{0}” has no label: write one after a comma, or choose one for the whole list.",
                word, where=f"{where}:{number}",
            )  # fmt: skip
        yield word, own or label
