"""What the simulated person does: an article in three passes, by the cheapest gesture there is.

In each pass (triggers, mentions, arguments) the person knows what is to stand in the end, and goes
through the text from its beginning, looking at what is suggested:

- what is suggested right is left for the end of the pass;
- what is missing, or suggested with a wrong label or extent, is tagged by hand: a drag with Ctrl
  where what it shows first is right, with Ctrl+Shift where what it shows second is, else a drag and
  a key. What was suggested there goes by itself.
  Where the same words stand in more places of the article and all of them are to be tagged, one key
  (Ctrl+G) does it, if that saves anything;
- then those that are more certain than all wrong ones are accepted by a click with Ctrl on the
  least certain of them, where that leaves less to be done;
- then the right ones are accepted by a drag for each run of them that no wrong one parts, a single
  one by a click; or, where that takes no more, the wrong ones are refused in the same way by the
  right button, and one key accepts all of the pass.

In the end whatever is still suggested is wrong. The key that goes on to the next article, one for
each with or without suggestions and of no pass, finishes this one: it refuses what is left.
"""

from collections import Counter
from collections.abc import Generator, Sequence
from contextlib import contextmanager

from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.layer import Layer
from annotator.suggest.same_words import Same, spots
from annotator.suggest.suggestion import Suggestion
from annotator.ui.editor import Filling
from annotator.ui.program import Program
from bench.gold import Place, comparable, place_of
from bench.hand import Hand
from bench.passes import (
    PASSES,
    Argument,
    OutOfReachError,
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

_KEYS = dict(zip(PASSES, ("Ctrl+Alt+E", "Ctrl+Alt+M", "Ctrl+Alt+A"), strict=True))
"""The key that accepts all that is suggested of each pass."""


class VoidError(Exception):
    """What stands in the end is not the gold: nothing that was counted holds."""


class Person:
    """Tags what is open in the window as the gold says, and returns what it took."""

    def __init__(self, program: Program) -> None:
        self._window = program.window
        self._editor = program.editor
        self._hand = Hand(program)

    def tag(self, gold: Sequence[Annotation]) -> dict[str, Counter[str]]:
        """Return what each pass took; raises VoidError where the result is not `gold`.

        The counts: things, keys, clicks, turns, travel; of suggestions those seen, right, taken.
        """
        self._hand.settle()
        found: dict[str, Counter[str]] = {}
        for name, key in _KEYS.items():
            found[name] = Counter[str]()
            with self.counting(found[name]):
                found[name].update(Pass(self, name, key, gold).go_through())
        self.check(gold)
        return found

    @contextmanager
    def counting(self, found: Counter[str]) -> Generator[None, None, None]:
        """Add to `found` what the hand does in the block."""
        before = self._hand.counted()
        yield
        found.update(self._hand.counted() - before)

    def check(self, gold: Sequence[Annotation]) -> None:
        """Raise VoidError where what stands in the article is not `gold`."""
        if comparable(self.layer) != comparable(gold):
            raise VoidError(f"{self.layer.article.id}: what was tagged differs from the gold")

    def go_on(self) -> None:
        """Finish the article, and open the next: one key, of no pass."""
        self._hand.key("Alt+Return")

    @property
    def hand(self) -> Hand:
        """What it does things with."""
        return self._hand

    @property
    def layer(self) -> Layer:
        """What stands in the open article."""
        assert self._editor.layer is not None
        return self._editor.layer

    def shown(self, name: str) -> list[Suggestion]:
        """Return what is suggested that belongs to a pass."""
        return [each for each in self._editor.suggestions.shown if pass_of(each) == name]

    def put(self, place: Place, missing: Counter[Thing]) -> None:
        """Tag a mention or a trigger by hand."""
        kind, label, fragments = place
        if not fragments:
            self._hand.key("Ctrl+Shift+E")
            self._hand.pick(label, label)
            self._hand.key("Escape")
            return
        first = self._words(fragments[0])
        if not self._hand.sweep(first):
            self._hand.select(first)
            self._label(kind, label)
        elif fragments == (first,) and self._put_several(place, missing):
            return
        else:
            self._let_go(kind, label, first)
        if first != fragments[0]:
            self._hand.pull(first, fragments[0])
        for each in fragments[1:]:
            words = self._words(each)
            if self._hand.sweep(words, further=True):
                self._hand.let_go()
            else:
                self._hand.select(words)
            self._hand.key("+")
            if words != each:
                self._hand.pull(words, each)
        if fragments == (first,):
            self._spread(kind, label, first, missing)

    def _let_go(self, kind: Kind, label: str, selected: Fragment) -> None:
        """Let the button go, and label what is selected, in one where what is shown is right."""
        likely = self._likely()
        wanted = [(kind, label, (selected,))]
        right = wanted in likely
        self._hand.let_go(likely.index(wanted) if right else None)
        if not right:
            self._label(kind, label)

    def _likely(self) -> list[list[Place]]:
        """Return what is shown that the selected words may be, likeliest first."""
        return [
            [(kind, label, (fragment,)) for kind, label, fragment in each]
            for each in self._editor.suggestions.likeliest.found
        ]

    def _put_several(self, place: Place, missing: Counter[Thing]) -> bool:
        """Drag on to the end of the mentions that follow; return whether several were tagged.

        Where what is shown is never right, the drag ends where it stood.
        """
        first, best = place[2][0], None
        if not self._likely():
            return False
        for end in ends_after(place, missing, self.layer.article.text):
            if self._hand.reach(Fragment(first.start, end)):
                right = [n for n, each in enumerate(self._likely()) if is_right(each, missing)]
                best = (end, right[0]) if right else best
        if best and self._hand.reach(Fragment(first.start, best[0])):
            self._hand.let_go(best[1])
            return True
        if not self._hand.reach(first):
            self._hand.give_up()
            if not self._hand.sweep(first):
                raise OutOfReachError(f"{first} can't be selected once more")
        return False

    def _words(self, fragment: Fragment) -> Fragment:
        """Return `fragment` without white space at its ends: none is ever tagged from the first."""
        start, end = fragment
        words = self.layer.article.text[start:end]
        return Fragment(end - len(words.lstrip()), start + len(words.rstrip()))

    def _label(self, kind: Kind, label: str) -> None:
        declared = self._editor.tagset.find(kind, label)
        assert declared is not None
        if declared.shortcut:
            self._hand.key(declared.shortcut)
        else:
            self._hand.key("/")
            self._hand.pick((kind, label), label)

    def _spread(self, kind: Kind, label: str, done: Fragment, missing: Counter[Thing]) -> None:
        """Tag the same words in the article's other places, if all of them are to be tagged."""
        words = self.layer.article.text[done.start : done.end]
        found = spots(self.layer, Same(kind, label, words))
        bare = [each.fragment for each in found if not each.label and not each.inside]
        suggested = {place_of(each.annotation) for each in self._editor.suggestions.shown}
        places: list[Place] = [(kind, label, (each,)) for each in bare]
        by_hand = sum(place not in suggested for place in places)
        likely = self._editor.suggestions.source
        assert likely is not None
        saves = by_hand * (1 if likely.learning.model else 2) > 1
        if saves and all(missing[place] for place in places):
            self._hand.key("Ctrl+G")

    def join(self, argument: Argument) -> None:
        """Draw an argument by hand."""
        event, role, filler = argument
        layer = self.layer
        self._hand.draw(layer[event], layer[filler])
        draft = self._window.canvas.stage.attention.draft
        roles = draft.roles if draft else ()
        self._hand.let_go(roles.index(role) if role in roles else None)
        if role not in roles:
            self._hand.pick(Filling(Kind.EVENT, event, role), role)


class Pass:
    """One pass through an article."""

    def __init__(self, person: Person, name: str, key: str, gold: Sequence[Annotation]) -> None:
        self._person = person
        self._name = name
        self._key = key
        self._wanted = wanted_in(person.layer, name, gold)
        self._seen: set[Thing] = set()
        self._taken = 0

    def go_through(self) -> Counter[str]:
        """Do everything there is to do; return the things, and what was suggested of them."""
        steps = 0
        while missing := self._wanted - standing_in(self._person.layer, self._name):
            steps += 1
            if steps > 20 + 10 * self._wanted.total():
                where = self._person.layer.article.id
                raise VoidError(f"{where}: the {self._name} do not come to an end: {missing}")
            self._step(missing)
        right = sum(each in self._wanted for each in self._seen)
        return Counter(
            things=self._wanted.total(), seen=len(self._seen), right=right, taken=self._taken
        )

    def _step(self, missing: Counter[Thing]) -> None:
        shown = {thing_of(each): each for each in self._person.shown(self._name)}
        self._seen |= shown.keys()
        bare = next(
            (each for each in in_order(self._person.layer, missing) if each not in shown), None
        )
        if bare is not None:
            self._by_hand(bare, missing)
            return
        here = (
            self._person.layer,
            list(shown.values()),
            lambda each: missing[thing_of(each)] > 0,
        )
        right, wrong = parted = runs(*here)
        hand = self._person.hand
        if (found := certain(*here, parted)) and hand.accept_surer(found):
            self._taken += len(found)
        elif len(wrong) + 1 > len(right):
            self._taken += hand.accept(right[0])
        elif wrong:
            hand.refuse(wrong[0])
        else:
            hand.key(self._key)
            self._taken += sum(map(len, right))

    def _by_hand(self, thing: Thing, missing: Counter[Thing]) -> None:
        """Make `thing`; raises OutOfReachError where it does not stand then."""
        if isinstance(thing, Argument):
            self._person.join(thing)
        else:
            self._person.put(thing, missing)
        standing = standing_in(self._person.layer, self._name)
        if (self._wanted - standing)[thing] == missing[thing]:
            raise OutOfReachError(f"no gesture made {thing}")
