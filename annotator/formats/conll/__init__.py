"""Files in columns, a token a line: CoNLL-2002 and 2003, PhoNER, VLSP 2016 and their kin.

Written are the four columns of CoNLL-2003 (Tjong Kim Sang and De Meulder, 2003): word, `_` for the
part of speech and for the phrase, tag; parted by one space. The id of the article stands on
its line `-DOCSTART-`, where readers expect a part of speech.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from itertools import zip_longest
from typing import BinaryIO

from annotator.formats.conll.layout import DOCSTART, FILLERS, head_lines, looks_tagged
from annotator.formats.conll.reader import read_columns, word_of
from annotator.formats.escapes import spelled, without_blanks
from annotator.formats.flat_mentions import (
    FLAT_LOSSES,
    Tokenized,
    flat_mentions,
    tokenized,
)
from annotator.formats.format import Format, Losses, Parcel
from annotator.formats.losses import (
    ATTRIBUTES,
    FURTHER_LAYERS,
    LAYERS,
    METADATA,
    NOTES,
    ORIGINS,
    WHITE_SPACE,
    Single,
    single_layers,
)
from annotator.formats.rebuilt_text import Rebuilt
from annotator.formats.tags import Scheme, Span, tags
from annotator.formats.tokens import Tokenizer
from annotator.language.segmentation import syllables, words
from annotator.model.annotation import Fragment
from annotator.model.message import Message, message

INVISIBLE = message("texts whose characters that can't be seen are gone")
UNDERSCORES = message("texts whose `_` came to be spaces")

_ROUNDS = 4
_BLANK = re.compile(r"\s")
_HEAD = 1 << 17


def words_and_full_stops(text: str) -> list[Fragment]:
    """Return the words of `text`; a full stop that pyvi leaves at one (`USD.`) is one by itself.

    But not in addresses (`a@b.vn`, `https://b.vn`) and numbers.
    """
    found: list[Fragment] = []
    for start, end in words(text):
        word = text[start:end]
        if "." not in word or "@" in word or "://" in word or not any(map(str.isalpha, word)):
            found.append(Fragment(start, end))
            continue
        in_word = False
        for first, last in syllables(word):
            stop = word[first] == "."
            if in_word and not stop:
                found[-1] = Fragment(found[-1].start, start + last)
            else:
                found.append(Fragment(start + first, start + last))
            in_word = not stop
    return found


def _write(
    parcels: Iterable[Parcel], stream: BinaryIO, *, scheme: Scheme, tokenize: Tokenizer
) -> Losses:
    losses = Losses()
    for single in single_layers(parcels, losses):
        if single.article.metadata:
            losses[METADATA] += len(single.article.metadata)
        stream.write(_article(single, scheme, tokenize, losses).encode())
    return losses


def _article(single: Single, scheme: Scheme, tokenize: Tokenizer, losses: Losses) -> str:
    text = single.article.text
    found = settled(single, tokenize)
    mentions = flat_mentions(single.annotations(), text, found.tokens, losses)
    lines = [f"{DOCSTART} {_docstart_id(single.article.id)} O O\n\n"]
    for numbers, inside in found.with_mentions(mentions):
        spans = [Span(first, last, without_blanks(each.label)) for first, last, each in inside]
        for number, tag in zip(numbers, tags(spans, len(numbers), scheme), strict=True):
            token, _ = _written(text, found.tokens[number])
            lines.append(f"{token} _ _ {tag}\n")
        lines.append("\n")
    losses.update(_text_lost(text, found))
    return "".join(lines)


def _docstart_id(id: str) -> str:
    escaped = without_blanks(id)
    return spelled(id) if escaped in FILLERS else escaped


def settled(single: Single, tokenize: Tokenizer) -> Tokenized:
    """Return the tokens and sentences that the text, once rebuilt from them, gives again.

    So a file that was read is written the same. No sentence ends inside a mention of `single`.
    """
    text = single.article.text

    def unbroken(found: Tokenized) -> Tokenized:
        mentions = flat_mentions(single.annotations(), text, found.tokens, Losses())
        return found.unbroken(mentions)

    found = unbroken(tokenized(text, tokenize))
    for _ in range(_ROUNDS):
        again, origins = as_rebuilt(text, found)
        tokens, ends = tokenized(again, tokenize)
        moved = [Fragment(origins[start], origins[end - 1] + 1) for start, end in tokens]
        previous, found = found, unbroken(Tokenized(moved, ends))
        if found == previous:
            break
    return found


def as_rebuilt(text: str, found: Tokenized) -> tuple[str, list[int]]:
    """Return the text as reading rebuilds it, and where each of its characters stood in `text`.

    Added white space stood nowhere: -1.
    """
    rebuilt = Rebuilt()
    stretches: list[Fragment] = []
    written = [_written(text, token) for token in found.tokens]
    for numbers in found.sentences():
        stretches += rebuilt.add([word_of(written[number][0]) for number in numbers])
    origins = [-1] * len(rebuilt.text)
    for (start, end), (_, of_token) in zip(stretches, written, strict=True):
        origins[start:end] = of_token
    return rebuilt.text, origins


def _written(text: str, token: Fragment) -> tuple[str, list[int]]:
    """Return a token as it is written, and where each of its characters stands in `text`.

    What parts two syllables, white space or not to be seen, is written `_`; full stops that come
    together as an ellipsis are written without.
    """
    surface = text[token.start : token.end]
    if len(surface) == 1 or surface.isalnum():  # most are: one syllable
        return surface, list(range(*token))
    joins = any(map(str.isalnum, surface))
    written: list[str] = []
    origins: list[int] = []
    end = token.start
    for syllable in syllables(surface):
        start = token.start + syllable.start
        if joins and written and start > end:
            written.append("_")
            origins.append(end)
        end = token.start + syllable.end
        written.append(_BLANK.sub("_", text[start:end]))
        origins += range(start, end)
    return "".join(written), origins


def _text_lost(text: str, found: Tokenized) -> list[Message]:
    """Return what reading the text again would not give."""
    rebuilt, _ = as_rebuilt(text, found)
    edges = [0, *(offset for syllable in syllables(text) for offset in syllable), len(text)]
    gaps = [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
    blanks = ["".join(c for c in gap if c.isspace()) for gap in gaps]
    kept = [text[a:b] for a, b in zip(edges[1::2], edges[2::2], strict=False)]
    seen = "".join(part for pair in zip_longest(blanks, kept, fillvalue="") for part in pair)
    lost = {
        WHITE_SPACE: rebuilt != seen,
        INVISIBLE: blanks != gaps,
        UNDERSCORES: rebuilt.count("_") < text.count("_"),
    }
    return [what for what, holds in lost.items() if holds]


def _recognizes(head: bytes) -> bool:
    if head.removeprefix(b"\xef\xbb\xbf").startswith(b"#FORMAT="):  # WebAnno TSV may have such tags
        return False
    return looks_tagged(head_lines(head[:_HEAD])[:-1] if len(head) > _HEAD else head_lines(head))


CONLL = Format(
    name="conll",
    extensions=(".conll", ".iob", ".iob2", ".bio"),
    summary=message("columns, a syllable a line, as CoNLL-2003 has them, with tags in IOB2"),
    cannot_carry=(
        LAYERS, FURTHER_LAYERS, METADATA, *FLAT_LOSSES, ATTRIBUTES, NOTES, ORIGINS, WHITE_SPACE,
        INVISIBLE, UNDERSCORES,
    ),
    read=read_columns,
    write=partial(_write, scheme=Scheme.IOB2, tokenize=syllables),
    recognizes=_recognizes,
    sign=message("it has columns, one of them with tags like B-LOC, I-LOC and O"),
)  # fmt: skip


def _variant(name: str, summary: Message, scheme: Scheme, tokenize: Tokenizer) -> Format:
    write = partial(_write, scheme=scheme, tokenize=tokenize)
    return replace(CONLL, name=name, summary=summary, write=write)


FORMATS = [
    CONLL,
    _variant(
        "conll-iob1",
        message("columns like conll, with tags in IOB1: B- only between mentions of one label"),
        Scheme.IOB1,
        syllables,
    ),
    _variant(
        "conll-bioes",
        message("columns like conll, with tags in BIOES: the end of a mention has a tag too"),
        Scheme.BIOES,
        syllables,
    ),
    _variant(
        "conll-words",
        message("columns like conll, a word a line, its syllables joined by `_`"),
        Scheme.IOB2,
        words_and_full_stops,
    ),
]
"""All are read in the same way, which finds the columns and tags by itself."""
