"""Made-up articles, layers and projects for the tests of the store."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from annotator.formats.format import Parcel
from annotator.model import edits
from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article
from annotator.model.change import Edit
from annotator.model.layer import Layer
from annotator.model.tagset import EntityType, EventType, Role, Tagset
from annotator.project import Entry, Project
from tests.copies import new_project

TAGSET = Tagset(
    name="Made up",
    language="vi",
    entities=(EntityType("PER"), EntityType("LOC")),
    events=(EventType("Meeting", roles=(Role("Place"), Role("Participant"))),),
)

MEETING = Article(
    "meeting",
    "Hội nghị ở Đồng Nai\r\nÔng Hoà gặp bà Lý 😀 tại\u00a0Biên Hòa.",
    {"title": "Hội nghị", "published_at": "2021-03-04T09:00:00+07:00", "source": "made up"},
)
FLOOD = Article("flood", "Mưa lớn ở Huế.", {"published_at": "2021-03-04T03:00:00+00:00"})
ODD = Article(
    "odd",
    "\ufeffHue\u0302\u0301\ttab\r\n\u200f\u0639\u0631\u0628\u200f \U0001f469\u200d\U0001f467 z!",
    {"note": None, "n": [1, {}]},
)


def meeting_layer(reviewer: str = "lan", article: Article = MEETING) -> Layer:
    """Return a layer with nested and discontinuous mentions, and an event they take part in."""
    annotations = [
        Annotation("T1", Kind.ENTITY, "LOC", (Fragment(11, 19),), rank=0),
        Annotation("T2", Kind.ENTITY, "LOC", (Fragment(11, 15),), note="lồng", rank=1),
        Annotation("T3", Kind.ENTITY, "PER", (Fragment(21, 24), Fragment(33, 38)), rank=2),
        Annotation(
            "E1", Kind.EVENT, "Meeting", (Fragment(0, 8),), rank=3,
            links=(Link("Place", "T1"), Link("Participant", "T3")), attributes={"Tense": "past"},
        ),
    ]  # fmt: skip
    return Layer(article, reviewer, annotations)


def make_project(
    path: Path, articles: Iterable[Article | Layer] = (MEETING,), by: str = "lan"
) -> Project:
    """Return a new project with `articles`, or layers on them, brought in by `by`."""
    project = new_project(path, TAGSET)
    bring_in(project, *articles, by=by)
    return project


def bring_in(project: Project, *articles: Article | Layer, by: str = "lan") -> None:
    """Add articles, or layers with theirs, and expect all to go in."""
    report = project.add(map(parcel, articles), by=by)
    assert not report.refused


def parcel(given: Article | Layer) -> Parcel:
    """Return an article, or a layer with its article, as a file would give it."""
    if isinstance(given, Layer):
        return Parcel(given.article, (given,), f"{given.article.id}.jsonl")
    return Parcel(given, (), f"{given.id}.txt")


def until(reached: Callable[[], object]) -> None:
    """Return when another thread has `reached` something; raises TimeoutError if it never does."""
    deadline = time.monotonic() + 60
    while not reached():
        if time.monotonic() > deadline:
            raise TimeoutError


def do(
    project: Project,
    make: Callable[..., Edit],
    *arguments: object,
    article: str = "meeting",
    by: str = "lan",
    **more: object,
) -> Entry:
    """Commit the edit that `make(layer, …)` returns for the layer of `by` on `article`."""
    return project.commit(make(project.layer(article, by), *arguments, **more), by)


def tag(project: Project, start: int, end: int, label: str = "LOC", by: str = "lan") -> Entry:
    """Tag a stretch of the meeting's text."""
    return do(project, edits.add, Kind.ENTITY, label, [Fragment(start, end)], by=by)


def dump(layer: Layer) -> object:
    """Return all that a layer holds, ranks too, for comparing."""
    return (layer.status, layer.curated, [(each, each.rank) for each in layer])


def dump_all(project: Project) -> object:
    """Return all that an export of the project would show, order too."""
    return [
        (each.article, list(each.article.metadata.items()),
         [(layer.reviewer, dump(layer)) for layer in each.layers])
        for each in project.parcels()
    ]  # fmt: skip
