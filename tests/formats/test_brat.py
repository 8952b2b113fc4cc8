"""brat's standoff carries all that its lines can hold, and says what they can't."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from annotator.formats import brat
from annotator.formats.brat_values import FLAGS_OFF, NAMES_CHANGED, NOTE_ENDS, NUMBERS
from annotator.formats.brat_writing import LINE_BREAKS, LINKS, STRETCHES
from annotator.formats.file_names import stem_of
from annotator.formats.format import Losses, Parcel
from annotator.formats.losses import (
    ATTRIBUTES,
    DOCUMENT_LABELS,
    NAMES,
    NOTES,
    ORIGINS,
    single_layers,
)
from annotator.formats.reading import read
from annotator.formats.writing import write
from annotator.language.news import metadata_of
from annotator.model.annotation import (
    FROM,
    MEMBER,
    TO,
    Annotation,
    AttributeValue,
    Fragment,
    Kind,
    Link,
)
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError
from annotator.model.tagset import Attribute, EntityType, EventType, Role, Tagset
from tests.formats.carrying import reduced
from tests.formats.round_trip import RoundTrip, read_all


def no_space(name: str) -> str:
    return re.sub(r"[\s\x00-\x1f]", "_", name)


def without_breaks(text: str, fragments: Iterable[Fragment]) -> tuple[Fragment, ...]:
    """Return `fragments` without the line breaks in them, but for those that are nothing else."""
    result: list[Fragment] = []
    for start, end in fragments:
        lines = [match.span() for match in re.finditer(r"[^\r\n]+", text[start:end])]
        result += [Fragment(start + a, start + b) for a, b in lines] or [Fragment(start, end)]
    return tuple(result)


def held(attributes: Iterable[tuple[str, AttributeValue]]) -> dict[str, AttributeValue]:
    """Return the attributes that lines can hold."""
    names: set[str] = set()
    kept: dict[str, AttributeValue] = {}
    for name, value in attributes:
        if value is False or no_space(name) in names:
            continue
        names.add(no_space(name))
        text = value if value is True else str(value)
        if text is True or (text and text == text.strip(" ") and not re.search("[\t\r\n]", text)):
            kept[no_space(name)] = text
    return kept


class TestRoundTrip(RoundTrip):
    format = "brat"
    out = "out"
    keeps_ids = False

    def carried(self, written: Sequence[Parcel]) -> list[Parcel]:
        result: list[Parcel] = []
        for article, layer, _ in single_layers(written, Losses()):
            stem = stem_of(article.id)
            metadata = {**metadata_of(article.text), "source": f"{stem}.txt"}
            again = Article(stem, article.text, metadata)
            held = partial(self._held, text=article.text)
            left = reduced(layer, held) if layer else ()
            result.append(Parcel(again, (Layer(again, "imported", left),), ""))
        return result

    @staticmethod
    def _held(each: Annotation, *, text: str) -> Annotation | None:
        if each.kind is Kind.DOCUMENT:
            return None
        label = no_space(each.label)
        if each.kind is Kind.CLUSTER:
            return replace(each, label=label, attributes={}, note="", origin="")
        return replace(
            each,
            label=label,
            fragments=without_breaks(text, each.fragments),
            attributes=held(each.attributes.items()),
            note=re.sub("\r\n?", "\n", each.note),
        )

    def lost(self, written: Sequence[Parcel]) -> Losses:
        losses = Losses()
        for article, layer, _ in single_layers(written, losses):
            stem = stem_of(article.id)
            known = {**metadata_of(article.text), "source": f"{stem}.txt"}
            losses[NAMES] += stem != article.id
            losses[brat.METADATA] += sum(
                known.get(key, None) != value or key not in known
                for key, value in article.metadata.items()
            )
            for each in layer or ():
                losses.update(self._lost(each, article.text))
        return +losses

    @staticmethod
    def _lost(each: Annotation, text: str) -> Losses:
        if each.kind is Kind.DOCUMENT:
            return Losses({DOCUMENT_LABELS: 1})
        losses = Losses({NAMES_CHANGED: int(no_space(each.label) != each.label)})
        if each.kind is Kind.CLUSTER:
            losses[ATTRIBUTES] += len(each.attributes)
            losses[NOTES] += bool(each.note)
            losses[ORIGINS] += bool(each.origin)
            return losses
        losses[LINE_BREAKS] += without_breaks(text, each.fragments) != each.fragments
        losses[NOTE_ENDS] += "\r" in each.note
        names = [name for name, value in each.attributes.items() if value is not False]
        values = [value for value in each.attributes.values() if not isinstance(value, str | bool)]
        twice = len(names) - len({no_space(name) for name in names})
        firsts = {no_space(name): each.attributes[name] for name in reversed(names)}
        losses[NAMES_CHANGED] += sum(no_space(name) != name for name in names)
        losses[FLAGS_OFF] += len(each.attributes) - len(names)
        losses[ATTRIBUTES] += twice + sum(not held([pair]) for pair in firsts.items())
        losses[NUMBERS] += sum(not isinstance(v, str | bool) for v in firsts.values())
        assert twice or len(values) == losses[NUMBERS]
        return losses


ARTICLE = Article("lua", "Họp ở Huế.\r\nHọ kết hôn. 👩 mất ở Huế.", {"source": "lua.txt"})
