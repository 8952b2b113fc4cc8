import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import Fragment, Kind
from annotator.model.article import Article
from annotator.model.edits import add, relabel
from annotator.model.layer import Layer
from annotator.suggest.dictionary import Dictionary
from annotator.suggest.settings import SettingsError
from annotator.suggest.tokens import tokens_of


def article(text: str) -> Article:
    return Article("a", text)


def found(dictionary: Dictionary, text: str) -> list[tuple[str, str]]:
    suggestions = dictionary.suggest(article(text), Layer(article(text), "lan"))
    return [(each.annotation.label, each.annotation.text_in(text)) for each in suggestions]


def taught(*words: tuple[str, str]) -> Dictionary:
    dictionary = Dictionary()
    for word, label in words:
        layer = Layer(article(word), "lan")
        dictionary.learn(layer.article, add(layer, Kind.ENTITY, label, [Fragment(0, len(word))]))
    return dictionary


def test_what_was_tagged_is_found_again() -> None:
    assert found(taught(("Hà Nội", "LOC")), "Từ Hà Nội đến Hà Nam, về Hà Nội.") == [
        ("LOC", "Hà Nội"),
        ("LOC", "Hà Nội"),
    ]


@pytest.mark.parametrize("text", ["hà nội", "Ha Noi", "Hà Nộii", "xHà Nội", "Hà, Nội"])
def test_case_diacritics_and_whole_syllables_count(text: str) -> None:
    assert found(taught(("Hà Nội", "LOC")), text) == []


@pytest.mark.parametrize(
    "text", [unicodedata.normalize("NFD", "Hà Nội"), "Hà\u00a0Nội", "Hà  Nội", "Hà\nNội"]
)
def test_how_characters_are_composed_and_which_space_parts_them_does_not(text: str) -> None:
    assert found(taught(("Hà Nội", "LOC")), f"ở {text} này") == [("LOC", text)]


def test_the_longest_is_proposed() -> None:
    dictionary = taught(("Bộ Y tế", "ORG"), ("Bộ", "X"), ("Y tế Hà Nội", "X"))
    assert found(dictionary, "Bộ Y tế Hà Nội") == [("ORG", "Bộ Y tế")]


def test_a_refusal_lowers_and_does_not_forbid_and_can_be_taken_back() -> None:
    dictionary = taught(("Hà Nội", "LOC"))
    text = article("Hà Nội")
    layer = Layer(text, "lan")
    (before,) = dictionary.suggest(text, layer)
    dictionary.refuse(text, before)
    (after,) = dictionary.suggest(text, layer)
    assert 0 < after.confidence < before.confidence
    dictionary.refuse(text, before, -1)
    (again,) = dictionary.suggest(text, layer)
    assert again.confidence == before.confidence


def test_undoing_takes_back_what_was_learned() -> None:
    dictionary = Dictionary()
    layer = Layer(article("Hà Nội"), "lan")
    edit = add(layer, Kind.ENTITY, "LOC", [Fragment(0, 6)])
    dictionary.learn(layer.article, edit)
    dictionary.learn(layer.article, edit.inverse())
    assert found(dictionary, "Hà Nội") == []


def test_another_label_is_learned_in_its_place() -> None:
    dictionary = Dictionary()
    layer = Layer(article("Hà Nội"), "lan")
    edit = add(layer, Kind.ENTITY, "LOC", [Fragment(0, 6)])
    layer.apply(edit)
    dictionary.learn(layer.article, edit)
    dictionary.learn(layer.article, relabel(layer, ["T1"], "GPE"))
    assert found(dictionary, "Hà Nội") == [("GPE", "Hà Nội")]


def test_a_list_counts_as_once_and_can_be_taken_out() -> None:
    dictionary = Dictionary()
    assert dictionary.add_list([("Tân Khê", "LOC"), ("", "LOC")], "places.csv") == 1
    assert found(dictionary, "ở Tân Khê") == [("LOC", "Tân Khê")]
    dictionary.remove_list("places.csv")
    assert found(dictionary, "ở Tân Khê") == []


def test_it_comes_back_from_json() -> None:
    dictionary = taught(("Hà Nội", "LOC"), ("Hà Nội", "LOC"), ("An", "PER"))
    again = Dictionary()
    again.load_json(dictionary.to_json())
    assert again.to_json() == dictionary.to_json()
    assert found(again, "An ở Hà Nội") == [("PER", "An"), ("LOC", "Hà Nội")]
    with pytest.raises(SettingsError):
        again.load_json({"words": [["x"]], "decided": {}})


_WORDS = st.lists(st.sampled_from(["a", "b", "Ă", "é", ".", "1"]), min_size=1, max_size=4).map(
    " ".join
)


@given(st.lists(_WORDS, max_size=8), st.lists(_WORDS, max_size=12).map(" ".join), st.integers(0, 8))
def test_it_finds_what_trying_every_place_finds(words: list[str], text: str, late: int) -> None:
    """Also where words are learned after the text was searched."""
    dictionary = taught(*((word, "X") for word in words[:late]))
    found(dictionary, text)
    for word in words[late:]:
        layer = Layer(article(word), "lan")
        dictionary.learn(layer.article, add(layer, Kind.ENTITY, "X", [Fragment(0, len(word))]))
    tokens, known = tokens_of(text), {tuple(tokens_of(word).keys) for word in words}
    expected: list[Fragment] = []
    at = 0
    while at < len(tokens):
        ends = [e for e in range(at + 1, len(tokens) + 1) if tuple(tokens.keys[at:e]) in known]
        if ends:
            expected.append(tokens.fragment(at, ends[-1]))
        at = ends[-1] if ends else at + 1
    suggestions = dictionary.suggest(article(text), Layer(article(text), "lan"))
    assert [each.annotation.fragments for each in suggestions] == [(each,) for each in expected]
