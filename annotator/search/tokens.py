"""The pieces of a query, each with its place."""

import re
from typing import NamedTuple

from annotator.model.message import AnnotatorError

KINDS = ("entity", "event", "relation", "cluster", "document", "label")
STRINGS = ("text", "note", "origin", "by", "status", "title", "article")
NAMED = ("attribute", "meta", "role")
FIELDS = (*KINDS, *STRINGS, *NAMED)
"""What a condition may begin with."""

KEYWORDS = ("and", "or", "not", "inside")

_ANY_FIELD = "|".join(FIELDS)
_TOKEN = re.compile(
    rf"""\s*(?:
        (?P<bracket>[()])
      | (?P<quoted>"(?:[^"\\]|\\.)*")(?P<star>\*)?
      | (?P<pattern>/(?:[^/\\]|\\.)+/)
      | (?P<field>[a-z]+|(?i:{_ANY_FIELD}))(?P<mark>[:=~](?!//))
        (?P<rest>"(?:[^"\\]|\\.)*"|[^\s()"=~]*)
        (?:(?P<operator>[=~])(?P<value>"(?:[^"\\]|\\.)*"|[^\s()"]*))?
      | (?P<word>[^\s()"]+)
    )""",
    re.VERBOSE,
)
_ESCAPE = re.compile(r"\\([\"\\])")


class QueryError(AnnotatorError):
    """A query that can't be understood; `at` is where in it, in code points."""

    def __init__(self, template: str, *values: object, at: int = 0) -> None:
        super().__init__(template, *values)
        self.at = at


class Value(NamedTuple):
    """What stands behind a mark; in one without quotation marks `_` may mean a space."""

    text: str
    quoted: bool

    @property
    def spaced(self) -> str:
        """The value with `_` as a space, unless it was quoted."""
        return self.text if self.quoted else self.text.replace("_", " ")


class Token(NamedTuple):
    """A piece of a query; `kind`: word, phrase, pattern, field, `(`, `)` or a keyword."""

    kind: str
    start: int
    end: int
    text: str = ""
    """The word, phrase or pattern, or the field's name."""
    mark: str = ""
    first: Value = Value("", False)
    """What stands right behind the field's mark."""
    operator: str = ""
    second: Value = Value("", False)
    """What stands behind the operator that follows `first`."""


def tokens(query: str) -> list[Token]:
    """Return the pieces of `query`; raises QueryError at one that is none."""
    found: list[Token] = []
    at = 0
    end = len(query.rstrip())
    while at < end:
        match = _TOKEN.match(query, at)
        if match is None:
            start = at + len(query[at:]) - len(query[at:].lstrip())
            raise QueryError(
                "At {0} a quotation mark is open: close it, or leave it out.", start + 1, at=start
            )
        found.append(_token(match))
        at = match.end()
    return found


def _token(match: "re.Match[str]") -> Token:
    start, end = match.end() - len(match[0].lstrip()), match.end()
    if match["bracket"]:
        return Token(match["bracket"], start, end)
    if match["quoted"]:
        return Token("phrase", start, end, _unquoted(match["quoted"]) + (match["star"] or ""))
    if match["pattern"]:
        return Token("pattern", start, end, match["pattern"][1:-1].replace(r"\/", "/"))
    if match["word"]:
        word = match["word"]
        kind = word.lower() if word.lower() in KEYWORDS else "word"
        return Token(kind, start, end, word)
    field = match["field"].lower()
    if field not in FIELDS:
        raise QueryError(
            "At {0}: there is no field {1}. Known are {2}; put words in quotation marks to find"
            " them as they are.",
            start + 1, field, ", ".join(FIELDS), at=start,
        )  # fmt: skip
    return Token(
        "field", start, end, field, match["mark"], _value(match["rest"]),
        match["operator"] or "", _value(match["value"] or ""),
    )  # fmt: skip


def _value(text: str) -> Value:
    return Value(_unquoted(text), quoted=True) if text[:1] == '"' else Value(text, quoted=False)


def _unquoted(text: str) -> str:
    return _ESCAPE.sub(r"\1", text[1:-1])
