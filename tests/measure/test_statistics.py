"""The figures about a project are those that counting by hand gives."""

import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from itertools import combinations_with_replacement
from pathlib import Path
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.language.segmentation import is_word, sentences, syllables
from annotator.measure.figures import Figures, Scope
from annotator.model import edits
from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article, Status
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError
from annotator.project import Project
from tests.store.projects import MEETING, bring_in, do, make_project, meeting_layer

TEXT = "Ông Hoà gặp bà Lý ở Huế. Bà Lý  vui. \nHọ về Đà Nẵng hôm 1.5. Hết!"
ARTICLES = [Article("a", TEXT), Article("b", TEXT[20:]), Article("c", "Mưa.")]


EVERYTHING = Scope()


def measured(project: Project, scope: Scope = EVERYTHING) -> Figures:
    return project.statistics(scope, lambda *_: None, lambda: False)[1]


def by_hand(text: str) -> int:
    return sum(is_word(text[start:end]) for start, end in syllables(text))


@st.composite
def layers(draw: st.DrawFn) -> list[Layer]:
    made: list[Layer] = []
    for article in ARTICLES:
        for reviewer in draw(st.sets(st.sampled_from(["lan", "mai"]))):
            spans = draw(
                st.lists(
                    st.tuples(
                        st.sampled_from(["PER", "LOC"]),
                        st.sampled_from([n for n, c in enumerate(article.text) if not c.isspace()]),
                        st.integers(1, 9),
                    ),
                    max_size=6,
                )
            )
            annotations = [
                Annotation(
                    f"T{n}", Kind.ENTITY, label,
                    (Fragment(start, min(start + length, len(article.text))),), rank=n,
                )
                for n, (label, start, length) in enumerate(spans)
            ]  # fmt: skip
            if annotations:
                for n, roles in enumerate(
                    draw(
                        st.lists(
                            st.lists(st.sampled_from(["Place", "Odd"]), max_size=3), max_size=2
                        )
                    )
                ):
                    links = tuple(Link(role, "T0") for role in roles)
                    annotations.append(
                        Annotation(f"E{n}", Kind.EVENT, "Meeting", links=links, rank=10 + n)
                    )
            status = draw(st.sampled_from([Status.STARTED, Status.DONE]))
            made.append(Layer(article, reviewer, annotations, status))
    return made


SCOPES = st.builds(
    Scope,
    st.frozensets(st.sampled_from(["lan", "mai"])),
    st.frozensets(st.sampled_from(["PER", "Meeting"])),
)


@settings(max_examples=30)
@given(layers(), SCOPES)
def test_figures_are_those_of_counting_by_hand(made: list[Layer], scope: Scope) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(make_project(Path(folder, "p.anno"), [*ARTICLES, *made])) as project,
    ):
        figures = measured(project, scope)
    counted = [each for each in made if scope.has_reviewer(each.reviewer)]
    annotations = [(on, a) for on in counted for a in on if scope.has_label(a.label)]
    mentions = [(on, a) for on, a in annotations if a.kind is Kind.ENTITY]
    read = sum(by_hand(layer.article.text) for layer in counted)
    assert figures.syllables == sum(by_hand(each.text) for each in ARTICLES)
    assert figures.mentions == len(mentions)
    assert figures.mentions_per_1000_syllables == (
        round(1000 * len(mentions) / read, 2) if read else 0
    )
    assert {each.label: each.annotations for each in figures.labels} == Counter(
        a.label for _, a in annotations
    )
    for each in figures.labels:
        own = [(on, a) for on, a in annotations if a.label == each.label]
        assert each.reviewers == Counter(on.reviewer for on, _ in own)
        assert each.articles == len({on.article.id for on, _ in own})
        assert each.layers == len({(on.article.id, on.reviewer) for on, _ in own})
        assert dict(each.strings) == Counter(
            " ".join(a.text_in(on.article.text).split()) for on, a in own if a.fragments
        )
        assert [n for _, n in each.strings] == sorted((n for _, n in each.strings), reverse=True)
    for each in figures.reviewers:
        own = [on for on in counted if on.reviewer == each.reviewer]
        assert each.layers == len(own)
        assert each.done == sum(on.status is Status.DONE for on in own)
        assert each.annotations == sum(on.reviewer == each.reviewer for on, _ in annotations)
    spans = [by_hand(a.text_in(on.article.text)) for on, a in mentions]
    assert figures.mention_lengths.counts == Counter(spans)
    assert figures.mention_lengths.median == (median(spans) if spans else 0)
    pairs: Counter[tuple[str, str]] = Counter()
    for layer in counted:
        for start, end in sentences(layer.article.text):
            inside = sorted(a.label for a in layer if a.fragments and start <= a.start < end)
            pairs.update(set(_pairs(inside)))
    wanted = {
        pair: n for pair, n in pairs.items() if not scope.labels or scope.labels.intersection(pair)
    }
    assert {(p.one.label, p.other.label): p.sentences for p in figures.co_occurrence} == wanted
    events = [a for _, a in annotations if a.kind is Kind.EVENT]
    for each in figures.events:
        assert (each.events, each.without_trigger) == (len(events), len(events))
        for role in each.roles:
            filled = [e for e in events if any(link.role == role.role for link in e.links)]
            assert role.filled == len(filled)
            assert role.filled + role.empty == len(events)
            assert role.arguments == sum(link.role == role.role for e in events for link in e.links)
            assert role.declared == (role.role != "Odd")
        assert {"Place", "Participant"} <= {role.role for role in each.roles}
    assert len(figures.events) == bool(events)


def _pairs(labels: list[str]) -> Iterator[tuple[str, str]]:
    for one, other in combinations_with_replacement(sorted(set(labels)), 2):
        if one != other or labels.count(one) > 1:
            yield one, other


def test_days_come_from_the_journal(tmp_path: Path) -> None:
    with closing(make_project(tmp_path / "p.anno", [MEETING])) as project:
        bring_in(project, meeting_layer("mai"))
        do(project, edits.add, Kind.ENTITY, "PER", (Fragment(0, 3),))
        do(project, edits.set_status, Status.DONE)
        do(project, edits.set_status, Status.STARTED)
        project.undo("meeting", "lan")
        figures = measured(project)
        today = datetime.now(UTC).astimezone().date().isoformat()
        (day,) = figures.progress
        assert (day.day, day.reviewer) == (today, "lan")
        assert (day.edits, day.added, day.removed, day.done) == (4, 1, 0, 2)
        other = measured(project, Scope(frozenset({"mai"})))
        assert other.progress == ()
        (day,) = measured(project, Scope(labels=frozenset({"LOC"}))).progress
        assert day.added == 0


def test_words_are_the_same_however_their_letters_are_composed(tmp_path: Path) -> None:
    forms = [unicodedata.normalize(form, "Huế") for form in ("NFC", "NFD")]
    articles = [Article(str(len(each)), each) for each in forms]
    with closing(make_project(tmp_path / "p.anno", articles)) as project:
        for article in articles:
            whole = Fragment(0, len(article.text))
            found = [Annotation("T1", Kind.ENTITY, "LOC", (whole,))]
            bring_in(project, Layer(article, "lan", found))
        (label,) = measured(project).labels
    assert label.strings == (("Huế", 2),)


def test_progress_is_told_and_counting_can_be_stopped(tmp_path: Path) -> None:
    with closing(make_project(tmp_path / "p.anno", ARTICLES)) as project:
        heard: list[tuple[int, int]] = []
        project.statistics(
            Scope(), lambda done, total, _: heard.append((done, total)), lambda: False
        )
        assert heard == [(1, 3), (2, 3), (3, 3)]
        with pytest.raises(AnnotatorError, match="The counting was cancelled"):
            project.statistics(Scope(), lambda *_: None, lambda: True)


def test_an_empty_project_has_figures(tmp_path: Path) -> None:
    with closing(make_project(tmp_path / "p.anno", [])) as project:
        figures = measured(project)
    assert figures.syllables == 0
    assert figures.labels == figures.progress == figures.events == ()
    assert figures.article_lengths.counts == {}
