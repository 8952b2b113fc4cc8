"""The types that Annotator writes, and the features that attributes add to them.

Entities are DKPro's NamedEntity, clusters its CoreferenceChain, so that INCEpTION shows them in
layers that it has already; events, relations and labels on the article are layers of our own.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from annotator.formats.uima import dkpro
from annotator.formats.uima.cassis import new_types
from annotator.formats.uima.dkpro import (
    CHAIN,
    CHAIN_LINK,
    DOCUMENT_LABEL,
    EVENT,
    EVENT_LINK,
    METADATA,
    NAMED_ENTITY,
    RELATION,
    SENTENCE,
    TOKEN,
)
from annotator.formats.uima.layers import ARTICLE
from annotator.formats.uima.reading import MEMBER
from annotator.formats.uima.types import (
    ANNOTATION_BASE,
    BOOLEAN,
    DOCUMENT_ANNOTATION,
    FS_ARRAY,
    STRING,
)
from annotator.model.annotation import AttributeValue, Kind
from annotator.model.tagset import Attribute, Tagset

if TYPE_CHECKING:
    from annotator.formats.uima.cassis import CassisTypes

_TOP = "uima.cas.TOP"


class Declared(NamedTuple):
    """A feature of a type, and the type of its values."""

    type: str
    feature: str
    range: str


_TYPES = {
    ARTICLE: ANNOTATION_BASE,
    METADATA: DOCUMENT_ANNOTATION,
    SENTENCE: dkpro.ANNOTATION,
    TOKEN: dkpro.ANNOTATION,
    NAMED_ENTITY: dkpro.ANNOTATION,
    EVENT: dkpro.ANNOTATION,
    EVENT_LINK: _TOP,
    RELATION: dkpro.ANNOTATION,
    CHAIN: ANNOTATION_BASE,
    CHAIN_LINK: dkpro.ANNOTATION,
    DOCUMENT_LABEL: ANNOTATION_BASE,
}
_TEXTS = {
    ARTICLE: ("id", "metadata", "reviewer", "status"),
    METADATA: ("documentTitle", "documentId", "documentUri", "collectionId", "documentBaseUri"),
    NAMED_ENTITY: (dkpro.VALUE, "identifier"),
    EVENT: (dkpro.LABEL,),
    EVENT_LINK: (dkpro.ROLE,),
    RELATION: (dkpro.LABEL,),
    CHAIN: (dkpro.LABEL,),
    CHAIN_LINK: (dkpro.REFERENCE_TYPE, dkpro.REFERENCE_RELATION),
    DOCUMENT_LABEL: (dkpro.LABEL,),
}
_OTHERS = (
    Declared(ARTICLE, "curated", BOOLEAN),
    Declared(METADATA, "isLastSegment", BOOLEAN),
    Declared(EVENT_LINK, dkpro.TARGET, dkpro.ANNOTATION),
    Declared(RELATION, dkpro.GOVERNOR, dkpro.ANNOTATION),
    Declared(RELATION, dkpro.DEPENDENT, dkpro.ANNOTATION),
    Declared(CHAIN, dkpro.FIRST, CHAIN_LINK),
    Declared(CHAIN_LINK, dkpro.NEXT, CHAIN_LINK),
    Declared(CHAIN_LINK, MEMBER, _TOP),
)
_FIXED = frozenset(
    [*(Declared(type, each, STRING) for type, names in _TEXTS.items() for each in names), *_OTHERS]
)
_RANGES = {
    "text": STRING,
    "boolean": BOOLEAN,
    "integer": "uima.cas.Integer",
    "long": "uima.cas.Long",
    "double": "uima.cas.Double",
}


def declared_for(layer: str, feature: str, value: AttributeValue) -> Declared:
    """Return the declaration of a `feature` of `layer` that holds `value`."""
    return Declared(layer, feature, _RANGES[dkpro.type_of(value)])


def declared_by(tagset: Tagset) -> Iterator[Declared]:
    """Yield the declarations of the attributes of `tagset`, each on the layers it belongs to."""
    for attribute in tagset.attributes:
        for value in _examples(attribute):
            feature = dkpro.feature_of(attribute.name, value)
            for kind in Kind:
                labels = {each.label for each in tagset.labels(kind)}
                if feature and (not attribute.on or labels.intersection(attribute.on)):
                    yield declared_for(dkpro.layer_of(kind), feature, value)


def _examples(attribute: Attribute) -> tuple[AttributeValue, ...]:
    """Return values such as an attribute may have; free text is one."""
    return attribute.values or ("",)


@lru_cache(maxsize=8)
def type_system(declared: frozenset[Declared]) -> "CassisTypes":
    """Return the type system of what Annotator writes, with the features `declared` besides.

    Articles with the same features share it: cassis takes its time to make one.
    """
    types = new_types()
    for name, supertype in _TYPES.items():
        types.create_type(name, supertype)
    types.create_feature(
        EVENT, dkpro.ARGUMENTS, FS_ARRAY, elementType=EVENT_LINK, multipleReferencesAllowed=False
    )
    for each in (*_OTHERS, *sorted((_FIXED | declared) - set(_OTHERS))):
        types.create_feature(each.type, each.feature, each.range)
    return types
