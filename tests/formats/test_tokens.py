"""Texts are cut into sentences of tokens and come together again as they were."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.losses import DISCONTINUOUS, WIDENED
from annotator.formats.tokens import (
    CLOSED,
    CROSSING_SENTENCES,
    TRIMMED,
    WORDLESS,
    Place,
    TokenLine,
    TokenText,
    aligned,
    rebuilt,
)
from annotator.language.segmentation import syllables, words
from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.message import Message
from tests.formats.strategies import fragments, texts
from tests.formats.token_bound import Tokenize, laid_on_tokens, tokens_of

TEXT = "Họp ở Lạng Sơn. Mai về!\r\nHết"
hard_texts = texts | st.text(
    st.sampled_from(
        "aàộđ A.hH\n\r\t_,'/-1 \u00a0\u0301\u0302\u0323\u200b\u200d\ufeff👩🏽각ᄀ\u2028\x85\x1c\""
    ),
    max_size=40,
)


def test_sentences_are_the_whole_text() -> None:
    tokens = TokenText(TEXT)
    assert [tokens.words(number) for number in range(3)] == [
        ["Họp", "ở", "Lạng", "Sơn", "."], ["Mai", "về", "!"], ["Hết"],
    ]  # fmt: skip
    assert [tokens.own_text(number) for number in range(3)] == [
        "Họp ở Lạng Sơn. ", "Mai về!\r\n", "Hết",
    ]  # fmt: skip
    assert tokens.first_tokens == [0, 5, 8, 9]


def test_what_has_no_word_belongs_to_the_sentence_before() -> None:
    tokens = TokenText("\n\u200b\n A\n\u200b\nB \n")
    assert [tokens.own_text(number) for number in range(2)] == ["\n\u200b\n A\n\u200b\n", "B \n"]
    assert TokenText(" \n\u200b").sentences == []


@pytest.mark.parametrize(
    ("wanted", "place"),
    [
        ([(6, 14)], Place(0, 2, 3)),
        ([(7, 13)], Place(0, 2, 3, (WIDENED,))),
        ([(5, 15)], Place(0, 2, 4, (TRIMMED,))),
        ([(5, 13)], Place(0, 2, 3, (WIDENED, TRIMMED))),
        ([(6, 10), (11, 14)], Place(0, 2, 3, (CLOSED,))),
        ([(6, 8), (8, 14)], Place(0, 2, 3)),
        ([(6, 7), (8, 9)], Place(0, 2, 2, (WIDENED, CLOSED))),
        ([(0, 3), (6, 10)], DISCONTINUOUS),
        ([(11, 19)], CROSSING_SENTENCES),
        ([(15, 16), (23, 25)], WORDLESS),
        ([(25, 28)], Place(2, 0, 0)),
        ([(23, 28)], Place(2, 0, 0, (TRIMMED,))),
    ],
)
def test_a_mention_is_laid_on_tokens(wanted: list[tuple[int, int]], place: Place | Message) -> None:
    assert TokenText(TEXT).place(Fragment(*each) for each in wanted) == place


@given(st.data())
def test_a_place_is_what_it_is_character_by_character(data: st.DataObject) -> None:
    text = data.draw(hard_texts.filter(lambda text: len(text) > 1))
    wanted = data.draw(fragments(text))
    place = TokenText(text).place(wanted)
    expected = laid_on_tokens(
        Annotation("T1", Kind.ENTITY, "X", wanted), tokens_of(text, syllables)
    )
    if isinstance(expected, Message):
        assert place == expected
    else:
        assert isinstance(place, Place)
        assert (place.sentence, place.last - place.first + 1) == expected[1:3]
        assert list(place.changes) == expected[3]


@given(hard_texts, st.sampled_from([syllables, words]))
def test_a_text_comes_together_as_it_was(text: str, tokenize: Tokenize) -> None:
    tokens = TokenText(text, tokenize)
    numbers = range(len(tokens.sentences))
    again = rebuilt(TokenLine(tokens.words(n), tokens.own_text(n)) for n in numbers)
    assert again.text == (text if tokens.sentences else "")
    assert again.sentences == [list(sentence.tokens) for sentence in tokens.sentences]
    assert all(again.exact)


def test_tokens_alone_are_joined_by_a_space_and_sentences_by_a_line_break() -> None:
    text, sentences, exact = rebuilt([TokenLine(["Họp", "."]), TokenLine(["Hết"])])
    assert text == "Họp .\nHết"
    assert sentences == [[Fragment(0, 3), Fragment(4, 5)], [Fragment(6, 9)]]
    assert exact == [False, False]


def test_a_text_that_is_not_its_tokens_gives_way_to_them() -> None:
    lines = [TokenLine(["-LRB-", "a"], "(a)"), TokenLine(["b"], "b c"), TokenLine(["c"], " c")]
    text, sentences, exact = rebuilt(lines)
    assert text == "-LRB- a\nb\n c"
    assert exact == [False, False, True]
    assert sentences[2] == [Fragment(11, 12)]


def test_tokens_stand_in_their_text_with_nothing_visible_between() -> None:
    assert aligned(["a", "b"], " a\u200b\tb\n") == [Fragment(1, 2), Fragment(4, 5)]
    assert aligned(["a", "b"], "a-b") is None
    assert aligned(["a"], "a b") is None
    assert aligned(["b", "a"], "a b") is None


@pytest.mark.parametrize("corpus", ["bkee-dev", "brat-tutorials", "bionlp-ge"])
@pytest.mark.parametrize("tokenize", [syllables, words])
def test_real_texts_come_together_as_they_were(
    shared_data: Path, corpus: str, tokenize: Tokenize
) -> None:
    for path in sorted((shared_data / corpus).rglob("*.txt")):
        text = path.read_bytes().decode()
        tokens = TokenText(text, tokenize)
        lines = [
            TokenLine(tokens.words(number), tokens.own_text(number))
            for number in range(len(tokens.sentences))
        ]
        again = rebuilt(lines)
        assert again.text == text, path
        assert all(again.exact), path
