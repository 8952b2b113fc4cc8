"""What is equal: for Python 1, 1.0 and true are, in annotations and tagsets they are not."""

from itertools import permutations

import pytest

from annotator.model import edits
from annotator.model.annotation import Annotation, AttributeValue, Fragment, Kind
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.tagset import Attribute, Tagset

PAIRS = list(permutations((1, 1.0, True), 2))


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_annotations_differ_by_the_types_of_values(
    one: AttributeValue, other: AttributeValue
) -> None:
    first, second, same = (
        Annotation("T1", Kind.ENTITY, "X", (Fragment(0, 1),), attributes={"a": value}, rank=rank)
        for rank, value in enumerate((one, other, one))
    )
    assert first != second
    assert first == same
    assert hash(first) == hash(same)
    change = edits.set_attribute(Layer(Article("a", "x"), "lan", [first]), ["T1"], "a", other)
    assert change.changes


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_tagsets_differ_by_the_types_of_values(one: AttributeValue, other: AttributeValue) -> None:
    def tagset(value: AttributeValue, default: AttributeValue | None = None) -> Tagset:
        return Tagset(attributes=(Attribute("a", values=(value,), default=default),))

    assert tagset(one) != tagset(other)
    assert tagset(one, one) != tagset(one, other)
    assert tagset(one, one) == tagset(one, one)
    assert edits.set_tagset(tagset(one), tagset(other)).changes
