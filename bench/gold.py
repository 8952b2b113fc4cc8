"""Gold annotations of any corpus that the program imports, and a project to tag it anew in."""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from annotator.formats.format import Parcel
from annotator.formats.reading import AUTO, read
from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.message import Remark
from annotator.model.tagset import Tagset
from annotator.model.tagset_rules import WINDOW_KEYS
from annotator.model.uses import Uses
from annotator.project import Project
from annotator.suggest.settings import ORDER, Settings, settings_to_json
from bench.feasible import TAGGED, Feasible
from bench.pieces import LONGEST, Piece, pieces

REVIEWER = "simulated"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_KEYS = (
    "123456789",
    _LETTERS,
    [f"Shift+{each}" for each in _LETTERS],
    "0!\"#$%&'()*:;<=>@\\^_`{|}~",
)
"""Keys for labels, the handiest first."""

Place = tuple[Kind, str, tuple[Fragment, ...]]
"""What tells a mention or a trigger: kind, label, where it stands."""


class Gold(NamedTuple):
    """An article with the mentions and events that it is to get; nothing else is compared."""

    article: Article
    annotations: tuple[Annotation, ...]


class GoldError(Exception):
    """There is no gold where it was looked for."""


def read_gold(
    path: Path,
    articles: int,
    seed: int | None,
    tell: Callable[[str], object] = lambda _sentence: None,
    format: str = AUTO,
) -> list[Gold]:
    """Return the first `articles` of the annotated ones at `path`, shuffled by a `seed` if given.

    Of an article with several layers the curated one counts, else the first. `tell` is called with
    a sentence for what could not be read, and for what hands can't make as it stands there. Raises
    GoldError where nothing is annotated, FormatError where `format` is none that is read.
    """
    layers: dict[str, Layer] = {}
    for each in read(path, format):
        if isinstance(each, Parcel):
            for layer in each.layers:
                known = layers.setdefault(layer.article.id, layer)
                if layer.curated and not known.curated:
                    layers[layer.article.id] = layer
        elif not isinstance(each, Remark):
            tell(f"not read: {each}")
    found = [piece for layer in layers.values() for piece in _pieces(layer)]
    if len(found) > len(layers):
        tell(f"articles above {LONGEST:,} characters are cut: {len(found)}, not {len(layers)}")
    if seed is not None:
        random.Random(seed).shuffle(found)
    feasible = Feasible()
    golds = [
        Gold(article, feasible.made(article.text, annotations))
        for article, annotations in found[:articles]
    ]
    for what, count in feasible.changes().items():
        tell(f"{what}: {count}")
    if not any(each.annotations for each in golds):
        raise GoldError(f"no mention and no event was found in {len(golds)} articles of {path}")
    return golds


def _pieces(layer: Layer) -> list[Piece]:
    return pieces(layer.article, [each for each in layer if each.kind in TAGGED])


def tagset_for(golds: Iterable[Gold]) -> Tagset:
    """Return a tagset with all that `golds` use, and a key for each label: the most used first."""
    uses = Uses()
    for gold in golds:
        for each in gold.annotations:
            uses.take(each)
    declared = uses.declared(Tagset(), uses.unknown_to(Tagset()))
    free = [key for keys in _KEYS for key in keys if key not in WINDOW_KEYS]
    shortcuts = dict(zip((key for key, _ in uses.labels.most_common()), free, strict=False))
    for kind in TAGGED:
        labels = tuple(
            replace(each, shortcut=shortcuts.get((kind, each.label), ""))
            for each in declared.labels(kind)
        )
        declared = declared.with_labels(kind, labels)
    return declared


def new_project(path: Path, golds: Sequence[Gold], tagset: Tagset, without: Iterable[str]) -> None:
    """Make a project of the bare articles, with the suggesters called `without` switched off."""
    project = Project.create(path, tagset)
    try:
        project.add((Parcel(each.article, (), each.article.id) for each in golds), by=REVIEWER)
        settings = Settings(off=frozenset(without))
        project.suggestions.keep_settings({**settings_to_json(settings), "control": 0.0})
    finally:
        project.close()


def all_suggesters() -> Sequence[str]:
    """Return the names of the program's own suggesters."""
    return ORDER


def only_fillers(golds: Iterable[Gold]) -> bool:
    """Return whether hardly any mention stands that fills no role: names are not all marked."""
    mentions = fillers = 0
    for gold in golds:
        filling = {target for each in gold.annotations for target in each.targets()}
        ids = [each.id for each in gold.annotations if each.kind is Kind.ENTITY]
        mentions += len(ids)
        fillers += sum(id in filling for id in ids)
    return fillers > 0.9 * mentions


def place_of(annotation: Annotation) -> Place:
    """Return what tells `annotation` from others."""
    return annotation.kind, annotation.label, annotation.fragments


def comparable(annotations: Iterable[Annotation]) -> Counter[tuple[Place, tuple[object, ...]]]:
    """Return what is compared: mentions and events with their arguments, whatever their ids."""
    by_id = {each.id: each for each in annotations if each.kind in TAGGED}
    return Counter(
        (place_of(each), tuple(sorted((role, place_of(by_id[id])) for role, id in each.links)))
        for each in by_id.values()
    )
