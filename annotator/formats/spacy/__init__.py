"""spaCy's DocBin: documents with entities and spans, as `spacy train` takes them.

By https://spacy.io/api/docbin. Each article is a Doc: its mentions are the spans
`doc.spans["sc"]`, those that do not overlap `doc.ents`, labels of the article `doc.cats`. The layer
whole, as a line of our own format without the text, is a string in `doc.user_data["annotator"]`.
"""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO

from annotator.formats.format import Format, Losses, Parcel
from annotator.formats.jsonl_object import object_of
from annotator.formats.losses import FURTHER_LAYERS, Single, single_layers
from annotator.formats.spacy.bin import LARGEST
from annotator.formats.spacy.doc import GROUP, NOTE, spacy_doc
from annotator.formats.spacy.reader import read_docbin, recognizes
from annotator.model.annotation import Kind
from annotator.model.message import AnnotatorError, message

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_ATTRIBUTES = ("ENT_IOB", "ENT_TYPE", "ENT_ID", "SENT_START")
_BYTES_A_WORD = 8 * (1 + len(_ATTRIBUTES)) + 1


def _write(parcels: Iterable[Parcel], stream: BinaryIO) -> Losses:
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    losses = Losses()
    docs = DocBin(_ATTRIBUTES, store_user_data=True)
    vocabulary = Vocab()
    room = LARGEST // 2
    for single in single_layers(parcels, losses, names_reviewers=True):
        doc = _doc(single, vocabulary)
        room -= len(doc) * _BYTES_A_WORD + len(single.article.text)
        if room < 0:
            raise AnnotatorError(
                "One DocBin would be too large: export fewer articles into each file."
            )
        docs.add(doc)
    stream.write(docs.to_bytes())
    return losses


def _doc(single: Single, vocabulary: "Vocab") -> "Doc":
    from spacy.tokens import Doc, Span

    (words, spaces, starts), spans, entities = spacy_doc(single.article.text, single.layer)
    begins = set(starts)
    doc = Doc(
        vocabulary, words, spaces, sent_starts=[number in begins for number in range(len(words))]
    )
    doc.spans[GROUP] = [
        Span(doc, first, last, label, span_id=id) for first, last, label, id, _ in spans
    ]
    if single.layer:  # else spaCy is to know that nobody looked for entities
        doc.ents = [
            Span(doc, first, last, label, span_id=id) for first, last, label, id, _ in entities
        ]
        doc.cats = {each.label: 1.0 for each in single.layer.of_kind(Kind.DOCUMENT)}
    line = object_of(single.article, single.layer)
    del line["text"]
    doc.user_data[NOTE] = json.dumps(line, ensure_ascii=False, allow_nan=False)
    return doc


FORMAT = Format(
    name="spacy",
    extensions=(".spacy",),
    summary=message("spaCy's DocBin: doc.ents and doc.spans to train with, the rest as user data"),
    cannot_carry=(FURTHER_LAYERS,),
    read=read_docbin,
    write=_write,
    recognizes=recognizes,
    sign=message("it is compressed, and begins as a DocBin does"),
    extra="spacy",
    modules=("spacy",),
)
