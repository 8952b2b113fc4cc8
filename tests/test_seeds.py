"""The articles of the first start show what the program can do, and break no rule of the tagset."""

from collections.abc import Callable
from hashlib import sha256
from itertools import permutations

import pytest

from annotator.formats.format import Parcel
from annotator.formats.reading import read
from annotator.language.news import metadata_of
from annotator.model.annotation import Annotation, Kind
from annotator.model.layer import Layer
from annotator.model.problems import problems
from annotator.presets import preset
from annotator.resources import resource


@pytest.fixture(scope="module")
def parcels() -> list[Parcel]:
    found = list(read(resource("seeds/examples.jsonl")))
    assert all(isinstance(each, Parcel) for each in found)
    return [each for each in found if isinstance(each, Parcel)]


@pytest.fixture(scope="module")
def layer(parcels: list[Parcel]) -> Layer:
    [layer] = [layer for parcel in parcels for layer in parcel.layers]
    return layer


def test_the_news_article_is_byte_for_byte_as_it_was_given() -> None:
    content = resource("seeds/000_857f181a59fcdc94.txt").read_bytes()
    assert sha256(content).hexdigest() == (
        "df7f218ef20f6f8334b39e13ddd820e7c90631fefc313bae40b648cebfd4b096"
    )


def test_the_made_up_articles_say_so_and_are_laid_out_as_news(parcels: list[Parcel]) -> None:
    assert len(parcels) == 4
    for article, *_ in parcels:
        assert article.metadata["source"] == "made up"
        found = metadata_of(article.text)
        for key in ("title", "published_at", "author"):
            assert found[key] == article.metadata[key]


def test_the_example_keeps_to_the_default_tagset(layer: Layer) -> None:
    assert problems(preset(), layer) == []
    assert {annotation.kind for annotation in layer} == set(Kind)


def _nested(one: Annotation, other: Annotation) -> bool:
    return one.start <= other.start and other.end <= one.end


def _crossing(one: Annotation, other: Annotation) -> bool:
    return one.start < other.start < one.end < other.end


@pytest.mark.parametrize("related", [_nested, _crossing])
def test_mentions_nest_and_cross(
    layer: Layer, related: Callable[[Annotation, Annotation], bool]
) -> None:
    spans = [each for each in layer if len(each.fragments) == 1]
    assert any(related(one, other) for one, other in permutations(spans, 2))


def test_mentions_and_triggers_are_discontinuous(layer: Layer) -> None:
    kinds = {each.kind for each in layer if len(each.fragments) > 1}
    assert kinds == {Kind.ENTITY, Kind.EVENT}


def test_events_fill_roles_of_events_and_a_mention_fills_several(layer: Layer) -> None:
    events = layer.of_kind(Kind.EVENT)
    assert any(layer[target].kind is Kind.EVENT for event in events for target in event.targets())
    assert any(len(event.targets()) < len(event.links) for event in events)


def test_attributes_and_notes_are_used(layer: Layer) -> None:
    assert any(each.note for each in layer)
    assert any(each.attributes.get("Uncertain") is True for each in layer)
