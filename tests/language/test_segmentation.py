"""Syllables, words and sentences are stretches of the text as it was given."""

import unicodedata
from pathlib import Path

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.language.segmentation import sentences, syllables, word_at, words
from annotator.model.annotation import Fragment

DATA = Path(__file__).parents[3] / "shared" / "data"
SEED = Path(__file__).parents[2] / "seeds" / "000_857f181a59fcdc94.txt"
CORPORA = ["bkee-dev", "brat-tutorials", "bionlp-ge"]

hard_texts = st.text(
    st.sampled_from("aàộđ hH\n\r\t_.,'/-1 \u00a0\u0301\u0302\u0323\u200b\u200d\ufeff👩🏽각ᄀ"),
    max_size=40,
) | st.text(st.characters(), max_size=30)


def shown(text: str, fragments: list[Fragment]) -> list[str]:
    return [text[start:end] for start, end in fragments]


def without_spaces(text: str) -> str:
    return "".join(regex.sub(r"[\s\p{Cc}\p{Cf}]", "", text))


def offsets(fragments: list[Fragment]) -> set[int]:
    return {offset for start, end in fragments for offset in range(start, end)}


def assert_stretches(text: str, fragments: list[Fragment]) -> None:
    bounds = {0, *(match.end() for match in regex.finditer(r"\X", text))}
    last_end = 0
    for start, end in fragments:
        assert last_end <= start < end <= len(text)
        assert {start, end} <= bounds
        clusters = regex.findall(r"\X", text[start:end])
        assert clusters[0].strip()
        assert clusters[-1].strip()
        last_end = end


def test_syllables_are_what_spaces_and_punctuation_set_apart() -> None:
    text = "TP.HCM: 1.500,25 đồng, 02/07\u00a0👨‍👩‍👧!"
    assert shown(text, syllables(text)) == [
        "TP", ".", "HCM", ":", "1.500,25", "đồng", ",", "02", "/", "07", "👨‍👩‍👧", "!",
    ]  # fmt: skip


def test_words_join_syllables_and_keep_the_text_as_it_is() -> None:
    text = "Hội\u00a0nghị  tại Lạng Sơn."
    assert shown(text, words(text)) == ["Hội\u00a0nghị", "tại", "Lạng Sơn", "."]


def test_words_of_decomposed_text_are_those_of_composed_text() -> None:
    text = SEED.read_bytes().decode()
    decomposed = unicodedata.normalize("NFD", text)
    composed_words = shown(text, words(text))
    assert "Hoàng Văn Nghiệm" in composed_words
    found = shown(decomposed, words(decomposed))
    assert [unicodedata.normalize("NFC", word) for word in found] == composed_words


def test_underscores_of_the_text_itself_are_told_from_those_pyvi_adds() -> None:
    text = "Kiến_trúc_sư _bỏ_ nghề a _b"
    found = shown(text, words(text))
    assert "Kiến_trúc_sư" in found
    assert without_spaces("".join(found)) == without_spaces(text)


@given(hard_texts)
@settings(deadline=None)
def test_words_cover_whatever_can_be_seen(text: str) -> None:
    found = words(text)
    assert_stretches(text, found)
    assert offsets(syllables(text)) <= offsets(found)


@given(hard_texts)
def test_syllables_and_sentences_are_stretches(text: str) -> None:
    assert_stretches(text, syllables(text))
    assert_stretches(text, sentences(text))
    covered = "".join(shown(text, sentences(text)))
    assert "".join(covered.split()) == "".join(text.split())


@pytest.mark.parametrize("corpus", CORPORA)
def test_words_follow_every_article_of_real_corpora(corpus: str) -> None:
    if not (DATA / corpus).is_dir():
        pytest.skip(f"no {DATA / corpus}: the corpora lie outside the project")
    for path in sorted((DATA / corpus).rglob("*.txt")):
        text = path.read_bytes().decode()
        found = words(text)
        assert_stretches(text, found)
        assert without_spaces("".join(shown(text, found))) == without_spaces(text), path


def test_the_word_at_an_offset() -> None:
    text = "Lạng Sơn, nay"
    found = words(text)
    assert word_at(found, 0) == word_at(found, 4) == word_at(found, 7) == Fragment(0, 8)
    assert word_at(found, 8) == Fragment(8, 9)
    assert word_at(found, 9) is None
    assert word_at(found, len(text)) is None
    assert word_at([], 0) is None


def test_a_full_stop_after_an_abbreviation_ends_a_sentence_unless_a_name_follows_such() -> None:
    text = "Từ châu Á. Giá 5 USD. Bà ở TP.HCM. Ông vào EU. GS.TSKH. Lê, BS. An ở Q. Ba. T.S. Vũ."
    assert shown(text, sentences(text)) == [
        "Từ châu Á.",
        "Giá 5 USD.",
        "Bà ở TP.HCM.",
        "Ông vào EU.",
        "GS.TSKH. Lê, BS. An ở Q. Ba.",
        "T.S. Vũ.",
    ]


def test_a_full_stop_is_no_part_of_a_word() -> None:
    text = "Giá 5 USD. Ông A. ở TP. Vinh, TP.HCM."
    assert shown(text, words(text)) == (
        [
            "Giá",
            "5",
            "USD",
            ".",
            "Ông",
            "A",
            ".",
            "ở",
            "TP",
            ".",
            "Vinh",
            ",",
            "TP",
            ".",
            "HCM",
            ".",
        ]
    )


def test_sentences_end_where_a_new_one_begins() -> None:
    text = "PGS. Lan gặp ông P. Minh ở TP. Huế. Họ: “Tốt!” Rồi… Hết. 5 người về.\r\n  Dòng 3.5"
    assert shown(text, sentences(text)) == [
        "PGS. Lan gặp ông P. Minh ở TP. Huế.",
        "Họ: “Tốt!”",
        "Rồi…",
        "Hết.",
        "5 người về.",
        "Dòng 3.5",
    ]
