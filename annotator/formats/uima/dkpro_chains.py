"""Coreference chains of DKPro Core and INCEpTION: links in a row, each a span by itself."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from annotator.formats.uima.dkpro import REFERENCE_RELATION, short_name
from annotator.model.annotation import Annotation, AttributeValue
from annotator.model.tagset import COREFERENCE

MENTION = "Mention"
"""The label of a link that has no type, where no annotation covers the same words."""


class ChainSaid(NamedTuple):
    """What a chain says as a whole.

    Where its links do not agree, `is_whole` is false: each link's words are then its own.
    """

    label: str
    attributes: dict[str, AttributeValue]
    is_whole: bool


def chain_said(layer: str, types: Sequence[str], relations: Sequence[str]) -> ChainSaid:
    """Return what a chain of `layer` says by the types and relations of its links, empty for none.

    A type that all links have is the chain's label, a relation that all have that have one its
    attribute `referenceRelation`.
    """
    name = short_name(layer).removesuffix("Link").removesuffix("Chain") or COREFERENCE
    named = {each for each in relations if each}
    if len(set(types)) > 1 or len(named) > 1:
        return ChainSaid(name, {}, False)
    attributes: dict[str, AttributeValue] = {}
    if named:
        attributes[REFERENCE_RELATION] = named.pop()
    label = next(iter(types), "") or name
    if name not in (COREFERENCE, label):
        attributes["layer"] = name
    return ChainSaid(label, attributes, True)


def relation_of(cluster: Annotation) -> str:
    """Return the relation that the links of `cluster` are written with; empty for none."""
    value = cluster.attributes.get(REFERENCE_RELATION)
    return value if isinstance(value, str) and cluster.links else ""


def attributes_left(cluster: Annotation) -> Mapping[str, AttributeValue]:
    """Return the attributes of `cluster` that its links do not say."""
    said = {REFERENCE_RELATION} if relation_of(cluster) else set[str]()
    return {name: value for name, value in cluster.attributes.items() if name not in said}
