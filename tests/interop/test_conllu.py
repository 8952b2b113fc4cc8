"""The package conllu reads what we write: words, spaces, mentions and ids."""

import io

import pytest
from hypothesis import given, settings

from annotator.formats.flat_mentions import flat_mentions, tokenized
from annotator.formats.format import Losses, Parcel
from annotator.formats.losses import single_layers
from annotator.formats.writing import write
from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.article import Article
from annotator.model.layer import Layer
from tests.formats.strategies import parcels

conllu = pytest.importorskip("conllu")


def parsed(parcels: list[Parcel]) -> "list[conllu.TokenList]":
    stream = io.BytesIO()
    write(parcels, stream, "conllu")
    return conllu.parse(stream.getvalue().decode())


def test_an_article_as_conllu_sees_it() -> None:
    text = "Ông Lê Văn An tới Huế.\nÔng  cười."
    article = Article("tin/1", text)
    layer = Layer(
        article,
        "lan",
        [
            Annotation("T1", Kind.ENTITY, "PER", (Fragment(4, 13),)),
            Annotation("T2", Kind.ENTITY, "LOC", (Fragment(18, 21),)),
        ],
    )
    first, second = parsed([Parcel(article, (layer,), "")])
    assert first.metadata["newdoc id"] == "tin/1"
    assert first.metadata["text"] == "Ông Lê Văn An tới Huế."
    assert [token["form"] for token in second] == ["Ông", "cười", "."]
    assert [token["id"] for token in second] == [1, 2, 3]
    assert [token["misc"]["NE"] for token in first] == [
        "O", "B-PER", "I-PER", "I-PER", "O", "B-LOC", "O",
    ]  # fmt: skip
    assert [token["misc"].get("SpaceAfter") for token in first] == [None] * 5 + ["No", None]
    assert first[6]["misc"]["SpacesAfter"] == "\\n"
    assert second[0]["misc"]["SpacesAfter"] == "\\s\\s"
    assert {token[key] for token in first for key in ("lemma", "upos", "deprel")} == {"_"}


@given(parcels())
@settings(max_examples=25)
def test_conllu_finds_the_mentions_and_the_words(exported: list[Parcel]) -> None:
    mentions: list[tuple[str, str]] = []
    for sentence in parsed(exported):
        for token in sentence:
            prefix, _, label = token["misc"]["NE"].partition("-")
            if prefix == "B":
                mentions.append((label, token["form"]))
            elif prefix == "I":
                before, words = mentions.pop()
                assert before == label
                mentions.append((label, words + token["form"]))
    expected: list[tuple[str, str]] = []
    for single in single_layers(exported, Losses()):
        text = single.article.text
        tokens = tokenized(text).tokens
        expected += [
            (
                annotation.label.replace(" ", "\\s"),
                "".join(text[start:end] for start, end in tokens[first:last]),
            )
            for first, last, annotation in flat_mentions(
                single.annotations(), text, tokens, Losses()
            )
        ]
    assert mentions == expected


@given(parcels())
@settings(max_examples=25)
def test_serialised_again_it_is_the_same(exported: list[Parcel]) -> None:
    stream = io.BytesIO()
    write(exported, stream, "conllu")
    again = "".join(sentence.serialize() for sentence in parsed(exported))
    assert again == stream.getvalue().decode()
