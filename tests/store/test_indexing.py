"""The words of articles that another process finds are those that this one would find."""

import os
import signal
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import processes
from annotator.model.article import Article
from annotator.store.index_words import index_words
from annotator.store.indexing import Indexing

ARTICLES = [
    Article("a", "Hội nghị Sơn Hà bàn về lúa.", {"title": "Bài một"}),
    Article("b", "Đỗ Quang Minh\nchủ trì.\u00a0Hoà bình, hòa bình.", {"title": "Bài hai"}),
]


@pytest.fixture
def beside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a process be asked from the first article on."""
    for name in ("_FEW", "_SOME"):
        monkeypatch.setattr(f"annotator.store.indexing.{name}", 0)


def words(articles: list[Article]) -> list[set[str]]:
    return [set(index_words(each).split(" ")) for each in articles]


@pytest.mark.usefixtures("beside")
def test_another_process_finds_the_same_words() -> None:
    with closing(Indexing()) as indexing:
        for articles in (ARTICLES, ARTICLES[:1], []):
            found = indexing.ask(articles)
            assert [set(each.split(" ")) for each in found()] == words(articles)


@pytest.mark.usefixtures("beside")
@pytest.mark.parametrize("early", [True, False])
def test_what_a_process_that_ended_did_not_find_is_found_here(*, early: bool) -> None:
    with closing(Indexing()) as indexing:
        indexing.ask(ARTICLES)()
        found = None if early else indexing.ask(ARTICLES)
        process = indexing._process
        assert process
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        found = found or indexing.ask(ARTICLES)
        assert [set(each.split(" ")) for each in found()] == words(ARTICLES)
        again = indexing.ask(ARTICLES)
        assert [set(each.split(" ")) for each in again()] == words(ARTICLES)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=3))
def test_few_are_found_here(texts: list[str]) -> None:
    articles = [Article(str(number), text) for number, text in enumerate(texts)]
    with closing(Indexing()) as indexing:
        assert list(indexing.ask(articles)()) == [index_words(each) for each in articles]
        assert indexing._process is None


@pytest.mark.usefixtures("beside")
@pytest.mark.parametrize("answer", ["'what is this?'", "'[]'", "''"])
def test_what_another_process_says_otherwise_is_found_here(
    monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    program = f"import sys; sys.stdin.readline(); print({answer}, flush=True)"
    monkeypatch.setattr(processes, "command", lambda _module: (sys.executable, "-c", program))
    with closing(Indexing()) as indexing:
        for _ in range(2):
            found = indexing.ask(ARTICLES)
            assert [set(each.split(" ")) for each in found()] == words(ARTICLES)


def test_no_module_is_taken_from_the_present_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "orjson.py").write_text("raise SystemExit('taken from here')")
    monkeypatch.chdir(tmp_path)
    with processes.begin("annotator.store.indexing") as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(b"[]\n")
        process.stdin.flush()
        assert process.stdout.readline() == b"[]\n"
