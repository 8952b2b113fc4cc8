"""Prodigy makes spaCy documents of its tasks: tokens are words with or without a space."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from annotator.formats.format import Parcel
from annotator.formats.writing import write
from tests.formats.round_trip import folder
from tests.formats.strategies import parcels

spacy: Any = pytest.importorskip("spacy")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(parcels())
def test_spacy_has_the_text_and_every_span_at_its_tokens(exported: list[Parcel]) -> None:
    vocabulary = spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}}).vocab
    with folder() as place:
        write(exported, place / "a.jsonl", "prodigy")
        lines = (place / "a.jsonl").read_bytes().splitlines()
    for task in map(json.loads, lines):
        words = [token["text"] for token in task["tokens"]]
        spaces = [token["ws"] for token in task["tokens"]]
        document = spacy.tokens.Doc(vocabulary, words=words, spaces=spaces)
        assert document.text == task["text"]
        assert [token.idx for token in document] == [token["start"] for token in task["tokens"]]
        spans = [document.char_span(each["start"], each["end"]) for each in task["spans"]]
        assert [(span.start, span.end - 1) for span in spans] == [
            (each["token_start"], each["token_end"]) for each in task["spans"]
        ]
        for relation in task.get("relations", ()):
            for token, span in (("head", "head_span"), ("child", "child_span")):
                assert relation[token] == relation[span]["token_end"]
