"""What tagging costs with suggestions: counted without a window, so quickly.

`python -m bench.suggest --gold PATH [--articles N] [--seed S] [--without NAME]...` lets a person
who knows the answers go through the articles that `bench --human` goes through, and do what the one
of `strategy.py` does, who does it in a window. What a gesture costs:

- selected words, or an argument that is drawn: one action where the right label or role is one of
  the two that are shown, else two;
- the same words in all other places of the article: one;
- a run of suggestions accepted or refused by a drag, those that are as certain as one accepted by a
  click, or all of a pass accepted by a key: one.

The models are trained when a tenth more articles are done than they were trained on, from the
second on. What words are like is learned from all articles there are, tagged or not.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article
from annotator.model.change import Change, Edit
from annotator.model.layer import Layer
from annotator.model.message import message
from annotator.model.tagset import Tagset
from annotator.suggest.acceptance import accept
from annotator.suggest.dictionary import Dictionary
from annotator.suggest.engine import Engine
from annotator.suggest.learned.likeliest import (
    Choice,
    likeliest_choices,
    likeliest_roles,
    within_sight,
)
from annotator.suggest.learned.model import train
from annotator.suggest.learned.reading import Lesson
from annotator.suggest.learned.suggester import Learned
from annotator.suggest.patterns import Patterns
from annotator.suggest.same_words import Same, spots
from annotator.suggest.settings import LEARNED, Settings
from annotator.suggest.suggestion import Suggestion
from bench.gold import REVIEWER, Gold, Place, comparable, read_gold, tagset_for
from bench.passes import (
    PASSES,
    Argument,
    Thing,
    ends_after,
    in_order,
    is_right,
    pass_of,
    standing_in,
    thing_of,
    wanted_in,
)
from bench.runs import certain, runs

BANDS = ((0, 10), (10, 25), (25, 50), (50, 100), (100, 200), (0, 200))
_SPARSER = 1.1


class Person:
    """Tags article after article as the gold says, and counts what it takes."""

    def __init__(self, engine: Engine, learned: Learned, tagset: Tagset) -> None:
        self._engine = engine
        self._learned = learned
        self._tagset = tagset
        self._last = Kind.ENTITY
        self._layer = Layer(Article("", "", {}), REVIEWER)

    def tag(self, gold: Gold) -> dict[str, Counter[str]]:
        """Return what each pass took: actions, things; of suggestions those seen, right, taken."""
        self._layer = Layer(gold.article, REVIEWER)
        counts = {name: self._pass(name, gold.annotations) for name in PASSES}
        assert comparable(self._layer) == comparable(gold.annotations)
        return counts

    def _pass(self, name: str, gold: Sequence[Annotation]) -> Counter[str]:
        layer = self._layer
        wanted = wanted_in(layer, name, gold)
        count, seen = Counter(things=wanted.total()), set[Thing]()
        while missing := wanted - standing_in(layer, name):
            shown = {thing_of(each): each for each in self._shown(name)}
            seen |= shown.keys()
            bare = next((each for each in in_order(layer, missing) if each not in shown), None)
            if bare is None:
                self._decide(shown, missing, count)
            elif isinstance(bare, Argument):
                count["actions"] += self._join(bare)
            elif several := self._several(bare, missing):
                count["actions"] += 1
                count["several"] += len(several)
                for each in several:
                    self._add(each)
            else:
                count["actions"] += self._put(bare)
                count["actions"] += self._spread(bare, missing, shown.keys())
        count["seen"], count["right"] = len(seen), sum(each in wanted for each in seen)
        return count

    def _decide(
        self, shown: dict[Thing, Suggestion], missing: Counter[Thing], count: Counter[str]
    ) -> None:
        """Accept a run of what is suggested right, or refuse one of the rest, or accept all."""
        here = self._layer, list(shown.values()), lambda each: missing[thing_of(each)] > 0
        right, wrong = parted = runs(*here)
        surer = certain(*here, parted)
        count["actions"] += 1
        if wrong and not surer and len(wrong) + 1 <= len(right):
            for each in wrong[0]:
                self._engine.refuse(self._layer.article, each)
            return
        taken = surer or (right[0] if wrong else [each for run in right for each in run])
        count["taken"] += len(taken)
        self._apply(accept(self._layer, taken))

    def _shown(self, name: str) -> list[Suggestion]:
        found = self._engine.suggest(self._layer.article, self._layer)
        return [each for each in found if pass_of(each) == name]

    def _put(self, place: Place) -> int:
        """Tag a mention or a trigger by hand; return what it takes."""
        kind, label, fragments = place
        actions = 3
        if fragments:
            known = [(each[0].kind, each[0].label) for each in self._likely(fragments[0])]
            actions = (1 if (kind, label) in known else 2) + 2 * (len(fragments) - 1)
        self._add(place)
        self._last = kind
        return actions

    def _several(self, place: Place, missing: Counter[Thing]) -> list[Place]:
        """Return the mentions that a drag from the beginning of one on would tag rightly."""
        best: list[Place] = []
        if len(place[2]) == 1:
            for end in ends_after(place, missing, self._layer.article.text):
                for each in self._likely(Fragment(place[2][0].start, end)):
                    places: list[Place] = [(kind, label, (words,)) for kind, label, words in each]
                    if is_right(places, missing):
                        best = places
        return best

    def _likely(self, fragment: Fragment) -> Sequence[Choice]:
        near, find = within_sight(self._layer, fragment), self._tagset.find
        return likeliest_choices(
            self._learned, near, fragment, self._last, lambda *each: find(*each) is not None
        )

    def _spread(self, done: Place, missing: Counter[Thing], suggested: Collection[Thing]) -> int:
        """Tag the same words in the article's other places, where that is what a person does."""
        kind, label, fragments = done
        if len(fragments) != 1:
            return 0
        start, end = fragments[0]
        words = self._layer.article.text[start:end]
        found = spots(self._layer, Same(kind, label, words))
        places: list[Place] = [
            (kind, label, (each.fragment,)) for each in found if not each.label and not each.inside
        ]
        by_hand = sum(each not in suggested for each in places)
        saves = by_hand * (1 if self._learned.model.spans else 2) > 1
        if not saves or not all(missing[each] for each in places):
            return 0
        for each in places:
            self._add(each)
        return 1

    def _join(self, argument: Argument) -> int:
        event, role, filler = argument
        roles = likeliest_roles(self._learned, self._layer, event, filler)
        before = self._layer[event]
        after = replace(before, links=(*before.links, Link(role, filler)))
        self._apply(Edit(message("Join"), (Change(self._layer.address(event), before, after),)))
        return 1 if role in roles else 2

    def _add(self, place: Place) -> None:
        kind, label, fragments = place
        id, rank = self._layer.new_id(kind), self._layer.next_rank
        new = Annotation(id, kind, label, fragments, rank=rank)
        self._apply(Edit(message("Tag"), (Change(self._layer.address(id), None, new),)))

    def _apply(self, edit: Edit) -> None:
        self._layer.apply(edit)
        self._engine.learn(self._layer.article, edit)


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
    asked.add_argument("--seed", type=int, help="shuffle the articles by it")
    asked.add_argument("--without", action="append", default=[], metavar="NAME")
    args = asked.parse_args()
    golds = read_gold(args.gold, args.articles, args.seed)
    tagset, learned = tagset_for(golds), Learned()
    settings = Settings(off=frozenset(args.without))
    person = Person(Engine([Dictionary(), Patterns(tagset), learned], settings), learned, tagset)
    lessons = [Lesson(*each) for each in golds]
    texts = [each.article.text for each in golds]
    reports: list[Report] = []
    trained = 0
    for done, gold in enumerate(golds, 1):
        begun = time.perf_counter()
        counts = person.tag(gold)
        suggesting, training = time.perf_counter() - begun, 0.0
        if LEARNED not in args.without and done >= max(2, trained * _SPARSER):
            begun = time.perf_counter()
            learned.model = train(lessons[:done], texts=texts)
            training, trained = time.perf_counter() - begun, done
        reports.append(Report(counts, suggesting, training))
        print(f"\r{done} {training:.0f} s ", end="", file=sys.stderr, flush=True)
        if done in {end for _, end in BANDS} or done == len(golds):
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
    recall, precision = sums["taken"] / things, sums["right"] / max(1, sums["seen"])
    return f"{'+'.join(group)} {sums['actions'] / things:.2f} ({recall:.2f}, {precision:.2f})"


if __name__ == "__main__":
    sys.exit(main())
