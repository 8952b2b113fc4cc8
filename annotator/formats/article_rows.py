"""Articles as rows of a table or objects of JSON: which column is the text, which the title."""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

from annotator.formats.article_files import check_text
from annotator.formats.json_fields import FieldError
from annotator.language.news import moment_of
from annotator.language.search import search_key
from annotator.model.article import Article, Json
from annotator.model.message import AnnotatorError

TEXT, ID, TITLE, AUTHOR, URL, MOMENT = "text", "id", "title", "author", "url", "published_at"

# Names of columns without diacritics and capitals, the clearest first.
_NAMES = {
    TEXT: "text,content,body,noi dung,noidung,full text,fulltext,article text,van ban,bai viet",
    ID: "id,article id,doc id,docid,document id,ma bai,ma",
    TITLE: "title,headline,tieu de,tieude,dau de,tit",
    AUTHOR: "author,byline,tac gia,tacgia,nguoi viet",
    URL: "url,link,href,duong dan,lien ket",
    MOMENT: "published at,published,publish date,pubdate,pub date,date,ngay dang,ngay xuat ban"
    ",ngay,thoi gian",
}
_MEANINGS = {
    name: (meaning, rank)
    for meaning, names in _NAMES.items()
    for rank, name in enumerate(names.split(","))
}
_LONGEST_NAME = 64
_JOINTS = re.compile(r"[\s_.-]+")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d.*)?")


class Columns(NamedTuple):
    """Which of some columns mean what: the name of each by its meaning."""

    names: Mapping[str, str]

    @property
    def have_text(self) -> bool:
        """Whether there is a text at all."""
        return TEXT in self.names

    @property
    def describe_text(self) -> bool:
        """Whether there is a text, and something known beside it."""
        return self.have_text and len(self.names) > 1


def columns(names: Iterable[str]) -> Columns:
    """Return what the columns called `names` mean; of two for one thing the clearest is taken."""
    found: dict[str, tuple[int, str]] = {}
    for name in names:
        if len(name) > _LONGEST_NAME:
            continue
        meaning, rank = _MEANINGS.get(_JOINTS.sub(" ", search_key(name)).strip(), ("", 0))
        rank = -1 if name == meaning else rank
        if meaning and (meaning not in found or rank < found[meaning][0]):
            found[meaning] = (rank, name)
    return Columns({meaning: name for meaning, (_, name) in found.items()})


def no_text(where: str) -> AnnotatorError:
    """Return the sentence for a row in which no column is the text."""
    return AnnotatorError(
        "No column or key is called {0}: name that of the text so.",
        "text, content, body, nội dung", where=where,
    )  # fmt: skip


def article_of(
    row: Mapping[str, Json], known: Columns, id: str, source: str, where: str
) -> Article:
    """Return the article in `row`, whose columns mean what `known` says.

    `id` is given where the row has none. What is not text and not id is metadata: title, author,
    url and the date of publication under these names, all else under the column's own; so is a date
    that had to be interpreted. Raises AnnotatorError where the text is missing or none.
    """
    names, rest = known.names, dict(row)
    if TEXT not in names:
        raise no_text(where)
    text = rest.pop(names[TEXT], "")
    if not isinstance(text, str):
        raise FieldError(
            "{0} has a value of the wrong type: it must be of type {1}.", names[TEXT], "string",
            where=where,
        )  # fmt: skip
    check_text(text, where)
    stated = rest.get(names[ID]) if ID in names else None
    if isinstance(stated, str | int) and not isinstance(stated, bool) and str(stated).strip():
        id = str(rest.pop(names[ID]))
    metadata: dict[str, Json] = {}
    for meaning in (TITLE, MOMENT, AUTHOR, URL):
        value = rest.get(names[meaning]) if meaning in names else None
        if not isinstance(value, str) or not value.strip():
            continue
        if meaning != MOMENT:
            metadata[meaning] = rest.pop(names[meaning])
        elif moment := _moment(value.strip()):
            metadata[meaning] = moment
            if _ISO.fullmatch(value.strip()) or names[meaning] == MOMENT:
                del rest[names[meaning]]
    return Article(
        id, text, {**metadata, **({} if "source" in rest else {"source": source}), **rest}
    )


def _moment(value: str) -> str:
    """Return a date in ISO 8601, or an empty string where `value` is none for certain."""
    with suppress(ValueError):
        if _ISO.fullmatch(value):
            datetime.fromisoformat(value)
            return value.replace(" ", "T", 1)
    return moment_of(value)
