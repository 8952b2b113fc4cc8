"""Which types of a CAS stand for what: mentions, events, relations, chains, or no annotation."""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import NamedTuple

from annotator.formats.uima.dkpro import (
    ANNOTATION,
    DEPENDENT,
    FIRST,
    GOVERNOR,
    LABEL_FEATURES,
    NEXT,
    SENTENCE,
    TARGET,
    TOKEN,
    label_feature,
)
from annotator.formats.uima.types import (
    ANNOTATION_BASE,
    DOCUMENT_ANNOTATION,
    SOFA,
    Feature,
    TypeSystem,
)

ARTICLE = "annotator.Article"
"""The feature structure with what only Annotator knows: id, metadata, reviewer, status."""

CAS_METADATA = "de.tudarmstadt.ukp.clarin.webanno.api.type.CASMetadata"
"""What INCEpTION keeps of a document: its name, its project, whose annotations these are."""

_WEBANNO = "de.tudarmstadt.ukp.clarin.webanno.api.type"
_DKPRO = "de.tudarmstadt.ukp.dkpro.core.api"
_KEPT_ELSEWHERE = frozenset({
    ARTICLE, CAS_METADATA, SENTENCE, f"{_WEBANNO}.LayerDefinition", f"{_WEBANNO}.FeatureDefinition",
    f"{_DKPRO}.metadata.type.TagsetDescription", f"{_DKPRO}.metadata.type.TagDescription",
})  # fmt: skip
_LAYOUT = frozenset(
    f"{_DKPRO}.segmentation.type.{name}" for name in ("Paragraph", "Div", "Heading", "Document")
)
_LAYOUT_PACKAGES = ("org.dkpro.core.api.xml.", "org.dkpro.core.api.pdf.")


class Stands(Enum):
    """What a feature structure of a type stands for."""

    MENTION = "mention"
    EVENT = "event"
    RELATION = "relation"
    CHAIN = "chain"
    CHAIN_LINK = "link of a chain"
    DOCUMENT_LABEL = "label"
    TOKEN = "token"  # noqa: S105  # no password
    LAYOUT = "layout"
    ELSEWHERE = "kept elsewhere"
    OTHER = "part of another"


class LayerType(NamedTuple):
    """A type: what it stands for, the feature that is the label, those with values, and those
    that refer to others.
    """

    stands: Stands
    label: str
    values: tuple[str, ...]
    slots: tuple[Feature, ...]


def layer_type(types: TypeSystem, name: str) -> LayerType:
    """Return what the type `name` stands for; raises AnnotatorError where it is not declared."""
    features = types.features(name)
    values = tuple(
        each.name
        for each in features.values()
        if (each.is_primitive or each.item) and each.name not in ("begin", "end")
    )
    slots = tuple(_slots(features))
    known = next((each for each in types.ancestors(name) if each in LABEL_FEATURES), name)
    label = label_feature(known, values)
    return LayerType(_stands(types, name, features, slots), label, values, slots)


def is_link(types: TypeSystem, name: str) -> bool:
    """Return whether feature structures of the type `name` are arguments: a role and its target."""
    return TARGET in types.features(name) and not types.is_a(name, ANNOTATION_BASE)


def _slots(features: Mapping[str, Feature]) -> Iterator[Feature]:
    for each in features.values():
        if not (each.is_primitive or each.item or each.range == SOFA):
            yield each


def _stands(
    types: TypeSystem, name: str, features: Mapping[str, Feature], slots: tuple[Feature, ...]
) -> Stands:
    if name in _KEPT_ELSEWHERE or types.is_a(name, DOCUMENT_ANNOTATION):
        return Stands.ELSEWHERE
    if types.is_a(name, TOKEN):
        return Stands.TOKEN
    if name in _LAYOUT or name.startswith(_LAYOUT_PACKAGES):
        return Stands.LAYOUT
    if not types.is_a(name, ANNOTATION_BASE):
        return Stands.OTHER
    if not types.is_a(name, ANNOTATION):
        return Stands.CHAIN if FIRST in features else Stands.DOCUMENT_LABEL
    if {GOVERNOR, DEPENDENT} <= features.keys():
        return Stands.RELATION
    if NEXT in features and name.endswith("Link"):
        return Stands.CHAIN_LINK
    return Stands.EVENT if slots else Stands.MENTION
