"""What tagging costs by hand, with suggestions and without: counted, without a window.

`python -m bench.suggest --gold PATH [--articles N] [--seed S] [--shuffle] [--without NAME]...`
imports PATH, and for each article in order lets a person who knows the answers go through three
passes: triggers, mentions, arguments. In each they go through the text from its beginning; after
each thing they tag, what is suggested is asked anew.

- a suggestion that is right is accepted with all others at the end of the pass: one action a pass;
- one that is wrong is refused: one action; one with the right extent and a wrong label gets its
  label's key: one action; one that meets what they tag themselves goes away by itself;
- what is missing is selected and labelled: two actions. With `--likeliest` selecting gives the
  likeliest label, and the label's key is pressed only where that is wrong: one or two actions.

As in the window, the models are trained when an article is done, from the second on: here as soon
as a tenth more articles are done than they were trained on. What words are like is learned from all
articles there are, tagged or not.
"""

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from annotator.formats.format import Parcel
from annotator.formats.reading import read
from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.article import Article
from annotator.model.change import Change, Edit
from annotator.model.layer import Layer
from annotator.model.message import message
from annotator.model.tagset import EntityType, EventType, Tagset
from annotator.suggest.costs import BY_HAND, REFUSAL
from annotator.suggest.dictionary import Dictionary
from annotator.suggest.engine import Engine
from annotator.suggest.learned.model import train
from annotator.suggest.learned.reading import Lesson
from annotator.suggest.learned.suggester import Learned
from annotator.suggest.patterns import Patterns
from annotator.suggest.settings import Settings
from annotator.suggest.suggestion import Suggestion

BANDS = ((0, 10), (10, 25), (25, 50), (50, 100), (100, 200), (0, 200))
PASSES = ("triggers", "mentions", "arguments")


class Person:
    """Tags article after article as the gold says, and counts what it takes."""

    def __init__(self, engine: Engine, learned: Learned, likeliest: bool) -> None:
        self.engine = engine
        self.learned = learned
        self.likeliest = likeliest

    def tag(self, article: Article, gold: Sequence[Annotation]) -> dict[str, Counter[str]]:
        """Return what each pass took: actions, things, right, wrong."""
        layer = Layer(article, "simulated")
        counts = {each: Counter[str]() for each in PASSES}
        ids = {each.id: each for each in gold}
        for kind, name in ((Kind.EVENT, "triggers"), (Kind.ENTITY, "mentions")):
            wanted = sorted(
                (each for each in gold if each.kind is kind and each.fragments),
                key=lambda each: (each.start, -each.end),
            )
            self._spans(layer, kind, wanted, counts[name])
        self._arguments(layer, ids, counts["arguments"])
        stand = {(a.kind, a.label, a.fragments, a.links) for a in layer}
        assert {
            (a.kind, a.label, a.fragments, a.links)
            for a in gold
            if a.kind in (Kind.EVENT, Kind.ENTITY)
        } == stand
        return counts

    def _spans(
        self, layer: Layer, kind: Kind, wanted: Sequence[Annotation], count: Counter[str]
    ) -> None:
        """Tag what is wanted, by place; what is suggested right waits to be accepted together."""
        count["things"] += len(wanted)
        gold = {(each.fragments, each.label) for each in wanted}
        extents = {each.fragments for each in wanted}
        shown = self._shown(layer, kind)
        count["suggested"] += len(shown)
        count["first right"] += sum(place_of(each) in gold for each in shown)
        for each in wanted:
            there = [s for s in shown if s.annotation.fragments == each.fragments]
            right = next((s for s in there if s.annotation.label == each.label), None)
            if right:
                count["right"] += 1
            elif there:
                count["actions"] += 1
                count["wrong label"] += 1
            else:
                count["actions"] += self._selected(layer, kind, each)
                count["missed"] += 1
            self._put(layer, replace(each, links=(), origin="learned" if right else ""))
            if not right:
                # Wrong ones above this place were refused on the way here.
                self._refuse(layer, shown, extents, each.start, count)
                shown = self._shown(layer, kind)
        self._refuse(layer, shown, extents, sys.maxsize, count)
        count["actions"] += bool(count["right"])

    def _shown(self, layer: Layer, kind: Kind) -> list[Suggestion]:
        found = self.engine.suggest(layer.article, layer)
        return [each for each in found if each.annotation.kind is kind and not each.event]

    def _refuse(
        self, layer: Layer, shown: list[Suggestion], extents: set[tuple[Fragment, ...]],
        before: int, count: Counter[str],
    ) -> None:  # fmt: skip
        refused = self.engine.refused.get(layer.article.id, set())
        known = {place_of(each) for each in self.engine.merge(layer.article, layer, shown)}
        for each in shown:
            at = each.annotation
            stands = place_of(each) in known and each.place not in refused
            if stands and at.start < before and at.fragments not in extents:
                self.engine.refuse(layer.article, each)
                count["actions"] += 1
                count["wrong"] += 1

    def _selected(self, layer: Layer, kind: Kind, each: Annotation) -> int:
        if not self.likeliest or len(each.fragments) != 1:
            return 1 + max(1, len(each.fragments))
        labels = self.learned.labels(layer.article, layer, each.fragments[0], kind)
        return 1 if labels and labels[0][0] == each.label else 2

    def _put(self, layer: Layer, annotation: Annotation) -> None:
        before = layer.get(annotation.id)
        change = Change(layer.address(annotation.id), before, annotation)
        edit = Edit(message("Tag"), (change,))
        layer.apply(edit)
        if before is None:
            self.engine.learn(layer.article, edit)

    def _arguments(self, layer: Layer, gold: dict[str, Annotation], count: Counter[str]) -> None:
        """Give each event its arguments: what is suggested right waits, the rest is drawn."""
        for each in gold.values():
            if each.kind is Kind.EVENT and not each.fragments:
                self._put(layer, replace(each, links=()))
        shown = {
            (each.event, *each.annotation.links[0])
            for each in self.engine.suggest(layer.article, layer)
            if each.event
        }
        wanted = {
            (e.id, role, target)
            for e in gold.values()
            if e.kind is Kind.EVENT
            for role, target in e.links
        }
        count["things"] += len(wanted)
        pairs = {(event, target): role for event, role, target in shown}
        for event, role, target in sorted(wanted):
            if (event, role, target) in shown:
                count["right"] += 1
            elif (event, target) in pairs:
                count["actions"] += 1
                count["wrong label"] += 1
            else:
                count["missed"] += 1
                likely = (
                    self.learned.roles(layer.article, layer, event, target)
                    if self.likeliest
                    else []
                )
                count["actions"] += 1 if likely and likely[0][0] == role else 2
        wrong = {(e, t) for e, _, t in shown} - {(e, t) for e, _, t in wanted}
        count["wrong"] += len(wrong)
        count["actions"] += len(wrong) + bool(count["right"])
        for each in gold.values():
            if each.kind is Kind.EVENT and each.links:
                self._put(layer, replace(layer[each.id], links=each.links))


def place_of(each: Suggestion) -> tuple[tuple[Fragment, ...], str]:
    """Return what is compared with the gold: where it stands, and its label."""
    return each.annotation.fragments, each.annotation.label


def tagset_of(lessons: Sequence[Lesson]) -> Tagset:
    """Return the tagset that a project for `lessons` would have."""
    labels = {
        kind: {a.label for each in lessons for a in each.annotations if a.kind is kind}
        for kind in Kind
    }
    return Tagset(
        entities=tuple(EntityType(each) for each in sorted(labels[Kind.ENTITY])),
        events=tuple(EventType(each) for each in sorted(labels[Kind.EVENT])),
    )


class Report(NamedTuple):
    """What one article took, and the seconds of suggesting and training."""

    counts: dict[str, Counter[str]]
    suggesting: float
    training: float


def main() -> int:
    """Count, and print a line a band."""
    plain = argparse.RawDescriptionHelpFormatter
    asked = argparse.ArgumentParser("python -m bench.suggest", None, __doc__, formatter_class=plain)
    asked.add_argument("--gold", type=Path, required=True)
    asked.add_argument("--articles", type=int, default=200)
    asked.add_argument("--seed", type=int, default=0)
    asked.add_argument("--shuffle", action="store_true", help="another order, by the seed")
    asked.add_argument("--without", action="append", default=[], metavar="NAME")
    asked.add_argument("--likeliest", action="store_true")
    args = asked.parse_args()
    lessons = [
        Lesson(
            found.article, tuple(a for a in found.layers[0] if a.kind in (Kind.ENTITY, Kind.EVENT))
        )
        for found in read(args.gold)
        if isinstance(found, Parcel) and found.layers
    ]
    if args.shuffle:
        random.Random(args.seed).shuffle(lessons)
    learned = Learned()
    least = None if args.likeliest else REFUSAL / (REFUSAL + BY_HAND)
    settings = Settings(off=frozenset(args.without), least=least)
    engine = Engine([Dictionary(), Patterns(tagset_of(lessons)), learned], settings)
    person = Person(engine, learned, args.likeliest)
    reports: list[Report] = []
    trained = 0
    texts = [each.article.text for each in lessons]
    for number, (article, gold) in enumerate(
        (each.article, each.annotations) for each in lessons[: args.articles]
    ):
        begun = time.perf_counter()
        counts = person.tag(article, gold)
        suggesting, training = time.perf_counter() - begun, 0.0
        done = number + 1
        if "learned" not in args.without and done >= max(2, trained + 1, trained * 1.1):
            begun = time.perf_counter()
            learned.model = train(lessons[:done], args.seed, texts=texts)
            training, trained = time.perf_counter() - begun, done
        reports.append(Report(counts, suggesting, training))
        print(f"\r{done} {training:.0f} s ", end="", file=sys.stderr, flush=True)
        if done in {end for _, end in BANDS} or done == min(args.articles, len(lessons)):
            _print(reports)
    return 0


def _print(reports: Sequence[Report]) -> None:
    print(f"\nafter {len(reports)} articles: actions a thing (recall, precision); seconds")
    for first, end in BANDS:
        band = reports[first:end]
        if not band:
            continue
        line = f"{first:>4}-{end:<4}"
        for group in (("mentions",), ("triggers",), ("arguments",), ("triggers", "arguments")):
            line += f" | {_figures(band, group)}"
        suggesting = sum(each.suggesting for each in band) / len(band)
        training = sum(each.training for each in band)
        print(f"{line} | {suggesting:.2f} an article, {training:.0f} of training", flush=True)


def _figures(band: Sequence[Report], group: Sequence[str]) -> str:
    sums = Counter[str]()
    for each in band:
        for name in group:
            sums.update(each.counts[name])
    things = max(1, sums["things"])
    shown = max(1, sums["right"] + sums["wrong"] + sums["wrong label"])
    recall, precision = sums["right"] / things, sums["right"] / shown
    return f"{'+'.join(group)} {sums['actions'] / things:.2f} ({recall:.2f}, {precision:.2f})"


if __name__ == "__main__":
    sys.exit(main())
