"""An article and a layer as a CAS, which dkpro-cassis then writes."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from itertools import count
from typing import TYPE_CHECKING

from annotator.formats.format import Losses
from annotator.formats.shapes import SPANS, regular
from annotator.formats.uima import dkpro
from annotator.formats.uima.article import NO_LANGUAGE
from annotator.formats.uima.cassis import new_cas
from annotator.formats.uima.declared import Declared, declared_for, type_system
from annotator.formats.uima.dkpro_chains import attributes_left, relation_of
from annotator.formats.uima.layers import ARTICLE
from annotator.formats.uima.types import FS_ARRAY
from annotator.language.segmentation import sentences, syllables
from annotator.model.annotation import Annotation, AttributeValue, Kind
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.message import message
from annotator.model.offsets import Utf16Offsets

if TYPE_CHECKING:
    from annotator.formats.uima.cassis import CassisCas, CassisStructure

NO_XML = message("characters that XML can't hold, now U+FFFD")

_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FIRST_ID = 2
"""The text has the id 1."""

_TARGETS = SPANS | {Kind.RELATION}


def xml_text(losses: Losses) -> Callable[[str], str]:
    """Return what makes a text one that XML can hold, counting in `losses` what it replaces."""

    def replaced(text: str) -> str:
        text, number = _NO_XML.subn("\ufffd", text)
        if number:
            losses[NO_XML] += number
        return text

    return replaced


def cas_of(
    article: Article, layer: Layer | None, losses: Losses, held: Callable[[str], str]
) -> "tuple[CassisCas, frozenset[Declared]]":
    """Return a CAS for `layer` of `article`, or the article alone, and the features it declares.

    `held` makes a text one that the file can hold, of as many code points. What has no place is
    counted in `losses`.
    """
    writing = _Writing(article, layer, losses, held)
    return writing.cas, writing.declared


class _Writing:
    def __init__(
        self, article: Article, layer: Layer | None, losses: Losses, held: Callable[[str], str]
    ) -> None:
        annotations = regular(layer or (), losses, targets=_TARGETS, members=tuple(Kind))
        self._article = article
        self._losses = losses
        self._held = held
        self._offsets = Utf16Offsets(article.text)
        self._by_id = {each.id: each for each in annotations}
        values = {each.id: self._values_of(each) for each in annotations}
        self.declared = frozenset(
            declared_for(dkpro.layer_of(each.kind), name, value)
            for each in annotations
            for name, value in values[each.id].items()
        )
        types = type_system(self.declared)
        self._ids = count(_FIRST_ID)
        self._make = {each.name: each for each in types.get_types(built_in=True)}
        self._made: dict[str, CassisStructure] = {}
        self.cas = new_cas(types, held(article.text))
        self._add_article(layer)
        self._add_segments()
        for each in annotations:
            span = self._span(each) if each.kind in _TARGETS else {}
            layer_name = dkpro.layer_of(each.kind)
            self._made[each.id] = self._add(layer_name, **span, **values[each.id])
        for each in annotations:
            self._refer(each)

    def _values_of(self, annotation: Annotation) -> Mapping[str, AttributeValue]:
        """Return the features of an annotation but for those that refer to others."""
        label = dkpro.VALUE if annotation.kind is Kind.ENTITY else dkpro.LABEL
        attributes = annotation.attributes
        if annotation.kind is Kind.CLUSTER:
            attributes = attributes_left(annotation)
        values: dict[str, AttributeValue] = {label: annotation.label}
        values |= dkpro.features_of(annotation, attributes)
        lost = sum(not dkpro.feature_of(*pair) for pair in attributes.items())
        if lost:
            self._losses[dkpro.LARGE_NUMBERS] += lost
        if len(annotation.fragments) > 1:
            to = self._offsets.to_utf16
            pairs = (f"{to(start)}-{to(end)}" for start, end in annotation.fragments)
            values[dkpro.FRAGMENTS] = " ".join(pairs)
        return {
            name: self._held(value) if isinstance(value, str) else value
            for name, value in values.items()
        }

    def _new(self, type: str, **values: object) -> "CassisStructure":
        return self._make[type](xmiID=next(self._ids), **values)

    def _add(self, type: str, **values: object) -> "CassisStructure":
        structure = self._new(type, **values)
        self.cas.add(structure)
        return structure

    def _add_article(self, layer: Layer | None) -> None:
        article = self._article
        said: dict[str, object] = {"id": self._held(article.id)}
        metadata = json.dumps(dict(article.metadata), ensure_ascii=False, allow_nan=False)
        said["metadata"] = _NO_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", metadata)
        if layer:
            said |= {"reviewer": self._held(layer.reviewer), "status": layer.status.value}
            said["curated"] = layer.curated
        self._add(ARTICLE, **said)
        title, language = (article.metadata.get(key) for key in ("title", "language"))
        self._add(
            dkpro.METADATA,
            begin=0,
            end=len(article.text),
            documentId=said["id"],
            documentTitle=self._held(title) if isinstance(title, str) else said["id"],
            language=self._held(language) if isinstance(language, str) else NO_LANGUAGE,
            isLastSegment=False,
        )

    def _add_segments(self) -> None:
        """Add sentences and tokens, which INCEpTION selects by."""
        for type, cut in ((dkpro.SENTENCE, sentences), (dkpro.TOKEN, syllables)):
            for start, end in cut(self._article.text):
                self._add(type, begin=start, end=end)

    def _span(self, annotation: Annotation) -> dict[str, int]:
        """Return begin and end: a relation lies where what it leads to does, as in INCEpTION."""
        seen: set[str] = set()
        while annotation.kind is Kind.RELATION and annotation.id not in seen:
            seen.add(annotation.id)
            annotation = self._by_id[annotation.links[1].target]
        return {"begin": max(0, annotation.start), "end": max(0, annotation.end)}

    def _refer(self, annotation: Annotation) -> None:
        """Set the features that refer to other annotations."""
        structure = self._made[annotation.id]
        targets = [self._made[link.target] for link in annotation.links]
        match annotation.kind:
            case Kind.EVENT if targets:  # cassis can't load the JSON it writes for an empty array
                links = [
                    self._new(dkpro.EVENT_LINK, role=self._held(link.role), target=target)
                    for link, target in zip(annotation.links, targets, strict=True)
                ]
                structure[dkpro.ARGUMENTS] = self._new(FS_ARRAY, elements=links)
            case Kind.RELATION:
                structure[dkpro.GOVERNOR], structure[dkpro.DEPENDENT] = targets
            case Kind.CLUSTER:
                self._chain(annotation, structure, targets)
            case _:
                pass

    def _chain(
        self, cluster: Annotation, chain: "CassisStructure", members: "Sequence[CassisStructure]"
    ) -> None:
        previous, feature = chain, dkpro.FIRST
        for link, member in zip(cluster.links, members, strict=True):
            structure = self._add(
                dkpro.CHAIN_LINK,
                **self._span(self._by_id[link.target]),
                referenceType=self._held(cluster.label),
                referenceRelation=self._held(relation_of(cluster)) or None,
                annotator_member=member,
            )
            previous[feature] = structure
            previous, feature = structure, dkpro.NEXT
