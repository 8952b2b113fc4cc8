"""Columns with a word of pyvi a line keep what can be seen, and are read as they were written."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats.conll import as_rebuilt, settled, words_and_full_stops
from annotator.formats.losses import Single
from annotator.formats.reading import read
from annotator.formats.writing import write
from annotator.model.article import Article
from tests.formats import test_conll
from tests.formats.bkee import bkee_mentions
from tests.formats.strategies import PIECES
from tests.formats.test_conll import entity, written


def shown(text: str) -> list[str]:
    return [text[start:end] for start, end in words_and_full_stops(text)]


class TestWordsRoundTrip(test_conll.TestRoundTrip):
    format = "conll-words"
    tokenize = staticmethod(words_and_full_stops)


def test_words_are_those_of_pyvi_but_for_the_full_stop() -> None:
    text = "Hội nghị tại TP. HCM thu 5 triệu USD."
    assert shown("Ông A. Q. ở TP.HCM, a_b@c.vn... 1.500,5") == [
        "Ông", "A", ".", "Q", ".", "ở", "TP", ".", "HCM", ",", "a_b@c.vn", "...", "1.500,5",
    ]  # fmt: skip
    found = written(Article("x", text), entity(text, "USD", "MONEY"), format="conll-words")
    rows = [line.split() for line in found.split("\n\n")[1].splitlines()]
    assert [row[0] for row in rows] == [
        "Hội_nghị", "tại", "TP", ".", "HCM", "thu", "5", "triệu", "USD", ".",
    ]  # fmt: skip
    assert rows[8][3] == "B-MONEY"


def test_full_stops_apart_come_together_as_an_ellipsis() -> None:
    found = written(Article("x", "Hội nghị . . . . kết thúc"), format="conll-words")
    rows = [line.split(" ")[0] for line in found.split("\n\n")[1].splitlines()]
    assert rows == ["Hội_nghị", "...", ".", "kết_thúc"]


@settings(max_examples=40)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_words_keep_what_can_be_seen(text: str) -> None:
    found = settled(Single(Article("x", text), None, ""), words_and_full_stops)
    rebuilt, _ = as_rebuilt(text, found)
    hidden = dict.fromkeys(map(ord, "\ufeff\u200b\u202e"))
    assert rebuilt.split() or not text.translate(hidden).split()
    assert "".join(rebuilt.split()) == "".join(text.translate(hidden).split())


def test_real_articles_are_written_the_same_again(shared_data: Path, tmp_path: Path) -> None:
    out, again = tmp_path / "a.conll", tmp_path / "again.conll"
    write(bkee_mentions(shared_data, 40), out, "conll-words")
    write(read(out), again, "conll-words")
    assert out.read_bytes() == again.read_bytes()
