"""CoNLL-U, with mentions as `NE=B-LOC` in MISC.

By https://universaldependencies.org/format.html, with white space as UDPipe keeps it. Metadata,
reviewer and status stand in a comment of the article's first sentence: `# annotator = {…}`.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

from annotator.formats.conllu.lines import FIELDS
from annotator.formats.conllu.reader import NEWDOC_ID, NOTE, read_conllu, recognizes
from annotator.formats.conllu.spaces import BEFORE, IN_TOKEN, after_in_misc, escaped
from annotator.formats.escapes import on_one_line
from annotator.formats.flat_mentions import FLAT_LOSSES, Tokenized, flat_mentions, tokenized
from annotator.formats.format import Format, Losses, Parcel
from annotator.formats.losses import (
    ATTRIBUTES,
    FURTHER_LAYERS,
    NOTES,
    ORIGINS,
    Single,
    single_layers,
)
from annotator.formats.tags import Scheme, Span, tags
from annotator.model.annotation import Fragment
from annotator.model.article import Json
from annotator.model.message import message

_BLANK = re.compile(r"\s")
_LINE_ENDS = {ord(c): f"\\u{ord(c):04x}" for c in "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"}
"""What other programs may take for the end of a line, as JSON can write it."""


def _write(parcels: Iterable[Parcel], stream: BinaryIO) -> Losses:
    losses = Losses()
    for single in single_layers(parcels, losses, names_reviewers=True):
        stream.writelines(sentence.encode() for sentence in _sentences(single, losses))
    return losses


def _sentences(single: Single, losses: Losses) -> Iterator[str]:
    from conllu import Metadata, Token, TokenList

    text = single.article.text
    found = tokenized(text)
    mentions = flat_mentions(single.annotations(), text, found.tokens, losses)
    if not found.tokens:  # a sentence needs one
        found = Tokenized([Fragment(0, len(text))], [1])
    found = found.unbroken(mentions)
    id = on_one_line(single.article.id)
    comments = {NEWDOC_ID: id, NOTE: _note(single)}
    for count, (numbers, inside) in enumerate(found.with_mentions(mentions), 1):
        spans = [Span(first, last, _label(each.label)) for first, last, each in inside]
        rows = [
            _row(text, found.tokens, number, tag)
            for number, tag in zip(numbers, tags(spans, len(numbers), Scheme.IOB2), strict=True)
        ]
        words = "".join(row.form + row.space for row in rows).strip()
        comments |= {"sent_id": f"{id}-{count}", "text": words}
        tokens = [
            Token(zip(FIELDS, (n, row.form, *"_______", row.misc), strict=True))
            for n, row in enumerate(rows, 1)
        ]
        yield TokenList(tokens, Metadata(comments)).serialize()
        comments = {}


class _Row(NamedTuple):
    form: str
    space: str
    misc: str


def _row(text: str, tokens: list[Fragment], number: int, tag: str) -> _Row:
    start, end = tokens[number]
    surface = text[start:end]
    form = _BLANK.sub("_", surface) or "_"
    last = number + 1 == len(tokens)
    gap = text[end : len(text) if last else tokens[number + 1].start]
    misc = [
        f"{BEFORE}={escaped(text[:start])}" if start and not number else "",
        after_in_misc(gap, last),
        f"{IN_TOKEN}={escaped(surface)}" if form != surface else "",
        f"NE={tag}",  # behind the white space, which programs strip from the end of a line
    ]
    return _Row(form, " " if gap else "", "|".join(filter(None, misc)))


def _label(label: str) -> str:
    return escaped(on_one_line(label))


def _note(single: Single) -> str:
    """Return what CoNLL-U has no place for, as JSON on one line."""
    note: dict[str, Json] = {"reviewer": None}
    if layer := single.layer:
        note = {"reviewer": layer.reviewer, "status": layer.status.value}
        if layer.curated:
            note["curated"] = True
    note["metadata"] = dict(single.article.metadata)
    return json.dumps(note, ensure_ascii=False, allow_nan=False).translate(_LINE_ENDS)


FORMAT = Format(
    name="conllu",
    extensions=(".conllu",),
    summary=message("CoNLL-U, with mentions as NE=B-LOC in its last column"),
    cannot_carry=(FURTHER_LAYERS, *FLAT_LOSSES, ATTRIBUTES, NOTES, ORIGINS),
    read=read_conllu,
    write=_write,
    recognizes=recognizes,
    sign=message("its lines have the ten columns of CoNLL-U, the first one a number"),
    extra="conllu",
    modules=("conllu",),
)
