"""One run of the simulated person through a window of its own, offscreen.

`python -m bench.human_window GOLD [--articles N] [--seed S] [--without NAME]...` prints a line of
JSON for each article: what each pass took, and the seconds of the processor. It ends with status 1
and a sentence on standard error where the result is not the gold, or a training fails.

Training does not begin by itself here, since how often it does depends on how quick one works: it
takes place after every article (from 20 on, after every twentieth more), and is waited for.
"""

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from annotator.formats.reading import AUTO
from annotator.model.tagset import Tagset
from annotator.project import Project
from annotator.suggest.settings import LEARNED
from annotator.ui.suggesting import Suggesting
from bench.gold import (
    REVIEWER,
    Gold,
    GoldError,
    all_suggesters,
    new_project,
    read_gold,
    tagset_for,
)
from bench.passes import OutOfReachError
from bench.sitting import dressed, until
from bench.strategy import Person, VoidError
from bench.typist import Typist

SPARSER = 1.05
"""By how much more articles must be done than a model was trained on, to train another."""


class Worked(NamedTuple):
    """What an article took: counts by pass, and seconds of the processor."""

    passes: dict[str, dict[str, int]]
    computing: float
    training: float


def work_through(
    golds: Sequence[Gold],
    tagset: Tagset,
    without: Sequence[str],
    folder: Path,
    person: type[Person] = Person,
) -> Iterator[Worked]:
    """Let a person tag the articles of `golds` one after another; yield what each took.

    Raises VoidError where the result is not the gold, or a training fails.
    """
    path = folder / "simulated.anno"
    new_project(path, golds, tagset, without)
    program = dressed(REVIEWER, finds_words=person is Typist)
    program.show(Project.open(path))
    try:
        until(lambda: isinstance(program.editor.suggestions.source, Suggesting))
        source = program.editor.suggestions.source
        assert isinstance(source, Suggesting)
        source.learning.automatic = False
        yield from _work(person(program), source, golds, trains=LEARNED not in without)
    finally:
        program.end()


def _work(
    person: Person, source: Suggesting, golds: Sequence[Gold], *, trains: bool
) -> Iterator[Worked]:
    trained = 0
    for done, gold in enumerate(golds, 1):
        if person.layer.article.id != gold.article.id:
            raise VoidError(f"{person.layer.article.id} is open, not {gold.article.id}")
        began = time.process_time()
        try:
            passes = person.tag(gold.annotations)
        except OutOfReachError as error:
            raise VoidError(f"{gold.article.id}: {error}") from error
        computing = time.process_time() - began
        if done < len(golds):
            person.go_on()
        training = 0.0
        if trains and done >= trained * SPARSER and done < len(golds):
            before, trained = _of_children(), done
            source.learning.train()
            person.hand.settle()
            if source.learning.trouble:
                raise VoidError(str(source.learning.trouble))
            training = _of_children() - before
        yield Worked({name: dict(count) for name, count in passes.items()}, computing, training)


def _say_of_qt(_type: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Write what Qt says on standard error, but what the platform without a screen can't do."""
    if "This plugin does not support" not in text:
        print(text, file=sys.stderr)


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def arguments(asked: argparse.ArgumentParser) -> None:
    """Add what a run is asked for to a parser."""
    asked.add_argument(
        "--articles", type=int, default=200, metavar="N", help="of the gold: so many (200)"
    )
    asked.add_argument("--seed", type=int, metavar="S", help="shuffle the gold's articles by S")
    asked.add_argument("--format", default=AUTO, metavar="NAME", help="of the gold; else found")
    asked.add_argument(
        "--without", action="append", default=[], choices=all_suggesters(), metavar="NAME",
        help=f"switch a suggester off: {', '.join(all_suggesters())}",
    )  # fmt: skip


def main() -> int:
    """Work through the gold and print a line for each article."""
    asked = argparse.ArgumentParser("python -m bench.human_window", description=__doc__)
    asked.add_argument("gold", type=Path)
    arguments(asked)
    asked.add_argument(
        "--by-keys", action="store_true", help="by keys alone, with all suggesters off"
    )
    args = asked.parse_args()
    person, without = (Typist, all_suggesters()) if args.by_keys else (Person, args.without)
    qInstallMessageHandler(_say_of_qt)
    with tempfile.TemporaryDirectory(prefix="annotator-human-") as folder:
        try:
            golds = read_gold(args.gold, args.articles, args.seed, format=args.format)
            for each in work_through(golds, tagset_for(golds), without, Path(folder), person):
                print(json.dumps(each._asdict()), flush=True)
        except (GoldError, VoidError) as error:
            print(f"void: {error}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
