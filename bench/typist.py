"""A person who tags by keys alone, without suggestions.

Mentions first, then each event with its arguments, while it is in focus:

- what looks like a name is gone to from name to name (;), where that takes no more keys than its
  letters would; once it is tagged, the next one is selected by itself;
- other words are selected by the first letters of their syllables (H), of long ones by those of
  their ends with `-` between, with `*` for a digit that is a label's key, and Down to the place
  that is meant; marks at their end are added by Shift+Right, those before them once they are
  tagged, by Alt+Shift+Left;
- then the label's key; for the same words elsewhere Ctrl+G, where all of them are to be tagged;
- an argument is Return, the digit of the role, and the letters that stand on what is to fill it;
  PgUp and PgDown bring it into view, where it is not.

What can't be selected so is selected as `Hand.select` does, what has white space at its ends by a
drag of its edge.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from annotator.language.initials import ANY, GAP, Initials, initials
from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.layer import Layer, position
from annotator.ui.editor import Filling
from bench.gold import Place, place_of
from bench.passes import ARGUMENTS, MENTIONS, TRIGGERS, Argument, OutOfReachError, Thing, wanted_in
from bench.sitting import until
from bench.strategy import Pass, Person

_NEAR = 700
"""Characters to either side that are in view, or so."""


class Typist(Person):
    """Tags what is open in the window as the gold says, and returns what it took."""

    def tag(self, gold: Sequence[Annotation]) -> dict[str, Counter[str]]:
        """Return what each pass took; raises VoidError where the result is not `gold`."""
        self._hand.settle()
        until(lambda: self._editor.words is not None)
        found = {name: Counter[str]() for name in (TRIGGERS, MENTIONS, ARGUMENTS)}
        with self.counting(found[MENTIONS]):
            found[MENTIONS].update(Pass(self, MENTIONS, "", gold).go_through())
        ids = _Ids(gold)
        ids.take(self.layer)
        for each in sorted(gold, key=lambda each: each.fragments):
            if each.kind is Kind.EVENT:
                with self.counting(found[TRIGGERS]):
                    self.put(place_of(each), Counter())
                ids.take(self.layer)
                with self.counting(found[ARGUMENTS]):
                    self._join_all(each, ids)
        with self.counting(found[ARGUMENTS]):  # what events fill that came later
            Pass(self, ARGUMENTS, "", gold).go_through()
        found[TRIGGERS]["things"] = sum(each.kind is Kind.EVENT for each in gold)
        found[ARGUMENTS]["things"] = wanted_in(self.layer, ARGUMENTS, gold).total()
        self.check(gold)
        return found

    def _join_all(self, event: Annotation, ids: "_Ids") -> None:
        for role, target in event.links:
            if target in ids.known:
                self.join(Argument(ids.known[event.id], role, ids.known[target]))

    def put(self, place: Place, missing: Counter[Thing]) -> None:
        """Tag a mention or a trigger."""
        kind, label, fragments = place
        if not fragments:
            super().put(place, missing)
            return
        for number, fragment in enumerate(fragments):
            words = self._words(fragment)
            if number or not self._walk(words):
                self._hop(words)
            if number:
                self._leave_letters()
                self._hand.key("+")
            else:
                self._label(kind, label)
                self._reach_back(words)
            if words != fragment:
                self._hand.pull(words, fragment)
        if len(fragments) == 1:
            self._spread(kind, label, fragments[0], missing)

    def _walk(self, words: Fragment) -> bool:
        """Select `words` from name to name; return whether that was done, with few keys."""
        walk, here = self._window.canvas.walk, self._editor.stretch
        if walk.selected and here == words:
            return True
        most = len(self._typed(words)) + 1
        for presses, name in enumerate(islice(walk.beside(here, 1), most), 1):
            if name == words:
                for _ in range(presses):
                    self._hand.key(";")
                return self._editor.stretch == words
        return False

    def _typed(self, words: Fragment) -> str:
        """Return the letters that select `words` with the fewest keys."""
        here = initials(self.layer.article.text, words)
        tagset = self._editor.tagset
        keys = {each.shortcut for kind in Kind for each in tagset.labels(kind)}
        letters = "".join(
            each if each.isascii() and each.isalnum() and each not in keys else ANY
            for each in here.letters
        )
        return self._fewest(letters, _stretch_of(here, words))

    def _hop(self, words: Fragment) -> None:
        """Select `words`, but for marks before them."""
        self._hand.turn_to(words.start)
        here = initials(self.layer.article.text, words)
        stretch = _stretch_of(here, words)
        typed = self._typed(words)
        self._hand.key("H")
        for letter in typed:
            self._hand.type(letter)
        first_place = self._editor.stretch
        while self._editor.stretch != stretch:
            self._hand.key("Down")
            if self._editor.stretch == first_place:
                break  # it went round
        if self._editor.stretch != stretch or not here.syllables:
            self._hand.key("Escape")
            self._hand.select(words)
        elif stretch.end < words.end:
            self._leave_letters()
            while self._editor.stretch.end < words.end:
                self._hand.key("Shift+Right")

    def _fewest(self, letters: str, stretch: Fragment) -> str:
        """Return what selects `stretch` with the fewest keys: `letters`, or the ends of them."""
        text, words = self.layer.article.text, self._editor.words or ()
        near = initials(text, Fragment(max(0, stretch.start - _NEAR), stretch.end + _NEAR))

        def keys(typed: str) -> int:
            places = near.likely(typed, words, self._editor.stretch.end)
            return len(typed) + places.index(stretch) if stretch in places else len(text)

        ends = (
            letters[:first] + GAP + letters[-last:]
            for first in (1, 2)
            for last in (1, 2)
            if first + last + 1 < len(letters)
        )
        return min((letters, *ends), key=keys)

    def _leave_letters(self) -> None:
        if self._window.canvas.hop.said:
            self._hand.key("Return")

    def _reach_back(self, words: Fragment) -> None:
        """Move the start of what was tagged to that of `words`."""
        for _ in range(words.start, words.end):
            focused = self._editor.focused
            if focused is None or focused.start <= words.start:
                return
            self._hand.key("Alt+Shift+Left")

    def _label(self, kind: Kind, label: str) -> None:
        declared = self._editor.tagset.find(kind, label)
        assert declared is not None
        if self._window.canvas.hop.said and len(declared.shortcut) == 1:
            letter = declared.shortcut.isalpha()
            self._hand.key(f"Shift+{declared.shortcut}" if letter else declared.shortcut)
        else:
            self._leave_letters()
            super()._label(kind, label)

    def join(self, argument: Argument) -> None:
        """Fill a role."""
        event, role, filler = argument
        self._focus(event)
        self._hand.key("Return")
        self._hand.pick(Filling(Kind.EVENT, event, role), role)
        target = self.layer[filler]
        self._hand.turn_to(target.start if target.fragments else 0)
        hint = self._window.canvas.stage.attention.emphasis.hints.get(filler)
        if hint is None:
            raise OutOfReachError(f"nothing stands on {filler} to fill {role} with")
        for letter in hint:
            self._hand.key(letter)

    def _focus(self, id: str) -> None:
        """Go from mention to mention until the one called `id` is in focus."""
        wanted = self.layer[id]
        for _ in range(2 * len(self.layer) if wanted.fragments else 1):
            focused = self._editor.focused
            if focused and focused.id == id:
                return
            if focused and focused.fragments and wanted.fragments:
                forward = position(wanted) > position(focused)
            else:
                forward = bool(wanted.fragments) and wanted.start >= self._editor.stretch.end
            self._hand.key("]" if forward else "[")
        raise OutOfReachError(f"{id} does not come into focus")


def _stretch_of(letters: Initials, words: Fragment) -> Fragment:
    """Return what is selected where all of `letters`, those of `words`, are typed."""
    if not letters.syllables:
        return words
    return Fragment(letters.syllables[0].start, letters.syllables[-1].end)


class _Ids:
    """Which annotation of the layer stands for which of the gold."""

    def __init__(self, gold: Sequence[Annotation]) -> None:
        self._gold = gold
        self.known: dict[str, str] = {}
        """Ids of the layer by those of the gold."""

    def take(self, layer: Layer) -> None:
        """Find what is new in the layer."""
        taken = set(self.known.values())
        free = [each for each in layer if each.id not in taken]
        for each in self._gold:
            if each.id not in self.known:
                same = next((one for one in free if place_of(one) == place_of(each)), None)
                if same:
                    free.remove(same)
                    self.known[each.id] = same.id
