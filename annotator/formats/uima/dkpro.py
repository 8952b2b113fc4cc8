"""Layers and features as DKPro Core and INCEpTION name them, and what they say of an annotation.

Shared by the formats that INCEpTION reads and writes. Sources: DKPro Core's type system, and
INCEpTION's user guide (chapters Layers and UIMA CAS formats).
"""

import keyword
import math
import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import NamedTuple

from annotator.model.annotation import Annotation, AttributeValue, Kind
from annotator.model.message import message

LARGE_NUMBERS = message("numbers of more than 64 bits")

_DKPRO = "de.tudarmstadt.ukp.dkpro.core.api"

NAMED_ENTITY = f"{_DKPRO}.ner.type.NamedEntity"
EVENT = "webanno.custom.Event"
EVENT_LINK = "webanno.custom.EventArgumentsLink"
RELATION = "webanno.custom.Relation"
DOCUMENT_LABEL = "webanno.custom.DocumentLabel"
CHAIN = f"{_DKPRO}.coref.type.CoreferenceChain"
CHAIN_LINK = f"{_DKPRO}.coref.type.CoreferenceLink"
SENTENCE = f"{_DKPRO}.segmentation.type.Sentence"
TOKEN = f"{_DKPRO}.segmentation.type.Token"
METADATA = f"{_DKPRO}.metadata.type.DocumentMetaData"
ANNOTATION = "uima.tcas.Annotation"
_POS = f"{_DKPRO}.lexmorph.type.pos.POS"

TOKEN_LAYERS = frozenset({TOKEN, _POS})
"""Layers that relations may join without a mention being there: the token is the mention."""

OWN = frozenset({NAMED_ENTITY, EVENT, RELATION, DOCUMENT_LABEL, CHAIN, CHAIN_LINK})
"""The layers that Annotator writes: what an annotation is needs no further word."""

_GRAMMAR = tuple(f"{_DKPRO}.{each}." for each in ("lexmorph", "segmentation", "syntax"))

LABEL, VALUE, NOTE = "label", "value", "note"
ARGUMENTS, ROLE, TARGET = "arguments", "role", "target"
GOVERNOR, DEPENDENT = "Governor", "Dependent"
FIRST, NEXT = "first", "next"
REFERENCE_TYPE, REFERENCE_RELATION = "referenceType", "referenceRelation"
ORIGIN = "annotator_origin"
FRAGMENTS = "annotator_fragments"
"""The fragments of what is discontinuous, `0-3 7-9`, in UTF-16 units: its span goes from the first
to the last."""
MEMBER_OF = "annotator_links"
"""The links of chains, `1-2` (the second of the first chain), that mean this very annotation."""

LABEL_FEATURES = {
    NAMED_ENTITY: VALUE,
    _POS: "PosValue",
    f"{_DKPRO}.lexmorph.type.morph.MorphologicalFeatures": "",
    f"{_DKPRO}.segmentation.type.Lemma": "",
    f"{_DKPRO}.segmentation.type.Stem": "",
    f"{_DKPRO}.semantics.type.SemPred": "category",
    f"{_DKPRO}.syntax.type.chunk.Chunk": "chunkValue",
    f"{_DKPRO}.syntax.type.constituent.Constituent": "constituentType",
    f"{_DKPRO}.syntax.type.dependency.Dependency": "DependencyType",
    CHAIN_LINK: REFERENCE_TYPE,
}
"""The feature that is the label, of DKPro's own layers; empty: the layer's name is the label."""

_NOT_ATTRIBUTES = frozenset({NOTE, ORIGIN, FRAGMENTS, MEMBER_OF})
_RESERVED = frozenset({
    LABEL, VALUE, ARGUMENTS, ROLE, TARGET, GOVERNOR, DEPENDENT, FIRST, NEXT, REFERENCE_TYPE,
    REFERENCE_RELATION, "sofa", "begin", "end", "id", "elements", "head", "tail",
    *_NOT_ATTRIBUTES, *keyword.kwlist, "self", "type", "xmiID", "get", "set", "get_covered_text",
})  # fmt: skip
"""Names that the layers, UIMA and dkpro-cassis use themselves."""

_LETTER = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
_PLAIN = re.compile(rf"[{_LETTER}][{_LETTER}0-9_]*")
_TYPES = ("boolean", "integer", "long", "double")
_TYPED = re.compile(rf"(.+)_({'|'.join(_TYPES)})")
_PREFIXED = re.compile(rf"annotator_(text|{'|'.join(_TYPES)})_(.*)")
_OTHER = re.compile(rf"[^{_LETTER}0-9]")
_ESCAPED = re.compile("_([0-9A-F]{2,6})_")
_INTEGER = re.compile(r"-?[0-9]{1,19}")


class Said(NamedTuple):
    """What the features of an annotation say of it."""

    label: str
    attributes: dict[str, AttributeValue]
    note: str
    origin: str


def short_name(layer: str) -> str:
    """Return the last part of a layer's name: `NamedEntity`."""
    return layer.rsplit(".", 1)[-1]


def is_grammar(layer: str) -> bool:
    """Return whether `layer` is about words and sentences, so that no chain means what it holds."""
    return layer.startswith(_GRAMMAR)


def label_feature(layer: str, features: Collection[str]) -> str:
    """Return which of the `features` of `layer` is the label; empty: none, the layer's name is.

    DKPro's own layers have one of their own; else it is `label`, else `value`, else the only one.
    """
    if layer in LABEL_FEATURES:
        return LABEL_FEATURES[layer]
    own = [name for name in features if name not in _NOT_ATTRIBUTES]
    return next((name for name in (LABEL, VALUE) if name in own), own[0] if len(own) == 1 else "")


def said(layer: str, values: Mapping[str, AttributeValue], label: str) -> Said:
    """Return what the `values` of features say of an annotation of `layer`.

    `label` is the feature that is the label. Where the label is not the layer's name and the layer
    none that Annotator writes, its name becomes the attribute `layer`.
    """
    attributes = dict(
        attribute_of(name, value)
        for name, value in values.items()
        if name != label and name not in _NOT_ATTRIBUTES
    )
    name = short_name(layer)
    shown = str(values.get(label, "")) or name
    if layer not in OWN and shown != name:
        attributes.setdefault("layer", name)
    note, origin = str(values.get(NOTE, "")), str(values.get(ORIGIN, ""))
    return Said(shown, attributes, note, origin)


def features_of(
    annotation: Annotation, attributes: Mapping[str, AttributeValue]
) -> dict[str, AttributeValue]:
    """Return the features that say what `said` reads back, but for the label.

    `attributes` are those of the annotation that become features; what none holds, see
    `feature_of`, is left out.
    """
    features: dict[str, AttributeValue] = {}
    if annotation.note:
        features[NOTE] = annotation.note
    if annotation.origin:
        features[ORIGIN] = annotation.origin
    for name, value in sorted(attributes.items()):
        feature = feature_of(name, value)
        if feature:
            features[feature] = value
    return features


def feature_of(attribute: str, value: AttributeValue) -> str:
    """Return the name of the feature for `attribute` with a `value` of this type.

    A feature has one type: a text keeps the name, `sure` with true or false is `sure_boolean`, a
    number `n_integer`, `n_long` or `n_double`. A name that features can't have is escaped:
    `annotator_text_` and each such character as `_` its hexadecimal code point `_`. Empty: the
    number is larger than any feature holds.
    """
    kind = type_of(value)
    if not kind:
        return ""
    plain = (
        _PLAIN.fullmatch(attribute)
        and unicodedata.is_normalized("NFKC", attribute)
        and attribute not in _RESERVED
        and not attribute.startswith("annotator_")
        and not _TYPED.fullmatch(attribute)
    )
    if plain:
        return attribute if kind == "text" else f"{attribute}_{kind}"
    escaped = "".join(map(_escaped, attribute))
    return f"annotator_{kind}_{escaped}"


def attribute_of(feature: str, value: AttributeValue) -> tuple[str, AttributeValue]:
    """Return the attribute that `feature_of` gave this name, and its value, which may be a text."""
    if found := _PREFIXED.fullmatch(feature):
        kind, name = found.groups()
        name = _ESCAPED.sub(_unescaped, name)
    elif found := _TYPED.fullmatch(feature):
        name, kind = found.groups()
    else:
        return feature, value
    converted = _as(kind, value)
    return (feature, value) if converted is None else (name, converted)


def shown_value(value: AttributeValue) -> str:
    """Return `value` as a text that `attribute_of` reads back."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else repr(value)


def layer_of(kind: Kind) -> str:
    """Return the layer that Annotator writes annotations of `kind` into."""
    return _LAYERS[kind]


_LAYERS = {
    Kind.ENTITY: NAMED_ENTITY,
    Kind.EVENT: EVENT,
    Kind.RELATION: RELATION,
    Kind.CLUSTER: CHAIN,
    Kind.DOCUMENT: DOCUMENT_LABEL,
}


def type_of(value: AttributeValue) -> str:
    """Return the type of the feature that holds `value`; empty: no feature holds it."""
    match value:
        case bool():
            return "boolean"
        case int():
            if -(1 << 31) <= value < 1 << 31:
                return "integer"
            return "long" if -(1 << 63) <= value < 1 << 63 else ""
        case float():
            return "double" if math.isfinite(value) else ""
        case _:
            return "text"


def _escaped(character: str) -> str:
    if _OTHER.match(character) or not unicodedata.is_normalized("NFKC", character):
        return f"_{ord(character):02X}_"
    return character


def _unescaped(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else found[0]


def _as(kind: str, value: AttributeValue) -> AttributeValue | None:
    """Return `value` as one of the type `kind`, or None where it is none."""
    match kind:
        case "text":
            return value if isinstance(value, str) else None
        case "boolean":
            return {"true": True, "false": False}.get(shown_value(value))
        case "double":
            try:
                number = None if isinstance(value, bool) else float(value)
            except (ValueError, OverflowError):
                return None
            return number if number is not None and math.isfinite(number) else None
        case _:
            text = shown_value(value)
            return int(text) if _INTEGER.fullmatch(text) else None
