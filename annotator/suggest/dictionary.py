"""Words that were tagged before, and words from lists, found wherever they stand again."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, TypeAlias

from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.article import Article, Json
from annotator.model.change import Edit, Subject
from annotator.model.layer import Layer
from annotator.model.message import Message, message
from annotator.pausing import pause
from annotator.suggest.settings import DICTIONARY, SettingsError
from annotator.suggest.suggestion import Suggestion, id_of
from annotator.suggest.tokens import Tokens, tokens_of

String: TypeAlias = tuple[str, ...]
Match: TypeAlias = tuple[int, int]
"""The units where a string stands, end exclusive."""

_KEPT_TEXTS = 4


class Word(NamedTuple):
    """A string under one label: how often it was accepted and refused, and the list it is from."""

    accepted: int = 0
    refused: int = 0
    source: str = ""


class Dictionary:
    """The suggester that knows what was tagged.

    The confidence of a label for a string is `(a - 1 + 2 b) / (A - 1 + r + 2)`: `a` times it was
    accepted under the label, `A` under any, `r` times it was refused under this one; to stand in a
    list counts as accepted once. `b` is how often known strings of that kind were right so far, of
    all that were decided: where everything is tagged a string seen once is nearly sure, where only
    some of it is, it is not. So one refusal does not forbid what was accepted, and what takes
    several labels is proposed under the one it takes most. Strings are compared unit by unit in NFC
    (`tokens.py`); of strings that begin at one place the longest is proposed.

    A text is searched once; what is learned from then on is looked for by itself.
    """

    name = DICTIONARY

    def __init__(self) -> None:
        self._words: dict[String, dict[tuple[Kind, str], Word]] = {}
        self._decided: dict[Kind, tuple[int, int]] = {}
        self._lengths: dict[str, dict[int, int]] = {}
        self._texts: OrderedDict[str, dict[int, list[int]]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._words)

    def words(self, string: str) -> Mapping[tuple[Kind, str], Word]:
        """Return what is known of `string`, by kind and label."""
        return dict(self._words.get(tuple(tokens_of(string).keys), {}))

    def add_list(
        self, words: Iterable[tuple[str, str]], source: str, kind: Kind = Kind.ENTITY
    ) -> int:
        """Take in words with their labels from the list called `source`; return how many."""
        count = 0
        for text, label in words:
            string = tuple(tokens_of.__wrapped__(text).keys)
            pause()
            if string and label:
                known = self._words.get(string, {}).get((kind, label), Word())
                self._set(string, kind, label, known._replace(source=source))
                count += 1
        self._texts.clear()
        return count

    def remove_list(self, source: str) -> None:
        """Forget the list called `source`; what was accepted of it stays known."""
        for string, labels in list(self._words.items()):
            for (kind, label), word in list(labels.items()):
                if word.source == source:
                    self._set(string, kind, label, word._replace(source=""))

    def suggest(self, article: Article, layer: Layer) -> list[Suggestion]:  # noqa: ARG002
        """Return the longest known strings, each under the label it has most of."""
        tokens = tokens_of(article.text)
        found = self._matches(article.text, tokens)
        suggestions: list[Suggestion] = []
        covered = 0
        for first in sorted(found):
            pause()
            if first < covered:
                continue
            for end in sorted(found[first], reverse=True):
                proposed = self._proposed(tokens, first, end)
                if proposed:
                    suggestions += proposed
                    covered = end
                    break
        return suggestions

    def learn(self, article: Article, edit: Edit) -> None:
        """Count what the edit adds as accepted once more, and what it takes away once less."""
        tokens = tokens_of(article.text)
        for change in edit.changes:
            pause()
            if change.address.subject is Subject.ANNOTATION:
                for value, times in ((change.before, -1), (change.after, 1)):
                    if isinstance(value, Annotation):
                        self._count(tokens, value, accepted=times)

    def refuse(self, article: Article, suggestion: Suggestion, times: int = 1) -> None:
        """Count the string as refused under the label of `suggestion`."""
        if not suggestion.event:
            self._count(tokens_of(article.text), suggestion.annotation, refused=times)

    def to_json(self) -> dict[str, Json]:
        """Return what was learned, without words that only stand in a list: they are read anew."""
        words: list[Json] = [
            [list(string), kind.value, label, word.accepted, word.refused]
            for string, labels in self._words.items()
            for (kind, label), word in labels.items()
            if word.accepted or word.refused
        ]
        return {"words": words, "decided": {k.value: list(v) for k, v in self._decided.items()}}

    def load_json(self, data: Mapping[str, Any]) -> None:
        """Take in what `to_json` gave; raises SettingsError where it is something else."""
        try:
            for kind, (right, wrong) in data["decided"].items():
                self._decided[Kind(kind)] = int(right), int(wrong)
            for units, kind, label, accepted, refused in data["words"]:
                string, kind = tuple(map(str, units)), Kind(kind)
                known = self._words.get(string, {}).get((kind, str(label)), Word())
                word = known._replace(accepted=int(accepted), refused=int(refused))
                self._set(string, kind, str(label), word)
        except (AttributeError, LookupError, TypeError, ValueError) as error:
            raise SettingsError("The stored dictionary can't be read: {0}.", error) from error
        self._texts.clear()

    def _count(
        self, tokens: Tokens, annotation: Annotation, accepted: int = 0, refused: int = 0
    ) -> None:
        if len(annotation.fragments) != 1 or annotation.kind not in (Kind.ENTITY, Kind.EVENT):
            return
        string = tokens.key(annotation.fragments[0])
        if string:
            place = (annotation.kind, annotation.label)
            word = self._words.get(string, {}).get(place, Word())
            if word.accepted + min(accepted, 0) > 0 or word.source:
                right, wrong = self._decided.get(annotation.kind, (0, 0))
                self._decided[annotation.kind] = max(0, right + accepted), max(0, wrong + refused)
            word = Word(
                max(0, word.accepted + accepted), max(0, word.refused + refused), word.source
            )
            self._set(string, *place, word)

    def _set(self, string: String, kind: Kind, label: str, word: Word) -> None:
        labels = self._words.get(string)
        if labels is None:
            labels = self._words[string] = {}
            lengths = self._lengths.setdefault(string[0], {})
            lengths[len(string)] = lengths.get(len(string), 0) + 1
            for text, found in self._texts.items():
                _find(tokens_of(text), string, found)
        labels[kind, label] = word

    def _matches(self, text: str, tokens: Tokens) -> dict[int, list[int]]:
        """Return where known strings begin in `text`, and where each ends."""
        found = self._texts.get(text)
        if found is None:
            found = dict[int, list[int]]()
            keys, lengths, words = tokens.keys, self._lengths, self._words
            for first, key in enumerate(keys):
                pause()
                if key in lengths:
                    for length in lengths[key]:
                        if tuple(keys[first : first + length]) in words:
                            places: list[int] = found.setdefault(first, [])
                            places.append(min(first + length, len(keys)))
            self._texts[text] = found
            if len(self._texts) > _KEPT_TEXTS:
                self._texts.popitem(last=False)
        self._texts.move_to_end(text)
        return found

    def _base(self, kind: Kind) -> float:
        """Return how often a known string was right, as if six had been decided before, four so."""
        right, wrong = self._decided.get(kind, (0, 0))
        return (right + 4) / (right + wrong + 6)

    def _proposed(self, tokens: Tokens, first: int, end: int) -> list[Suggestion]:
        """Return for each kind the label that the string has most of, if it is known of any."""
        labels = self._words[tuple(tokens.keys[first:end])]
        found: list[Suggestion] = []
        for kind in (Kind.ENTITY, Kind.EVENT):
            known = {
                label: word
                for (of, label), word in labels.items()
                if of is kind and (word.accepted or word.source)
            }
            if known:
                label, word = max(known.items(), key=lambda each: (_weight(each[1]), each[0]))
                total = sum(map(_weight, known.values()))
                base = self._base(kind)
                confidence = (_weight(word) - 1 + 2 * base) / (total - 1 + word.refused + 2)
                fragments = (tokens.fragment(first, end),)
                found.append(_suggestion(kind, label, fragments, confidence, _reason(word)))
        return found


def _suggestion(
    kind: Kind, label: str, fragments: tuple[Fragment, ...], confidence: float, reason: Message
) -> Suggestion:
    annotation = Annotation(
        id_of(kind, label, fragments), kind, label, fragments, origin=DICTIONARY
    )
    return Suggestion(annotation, confidence, reason)


def _weight(word: Word) -> int:
    return word.accepted + bool(word.source)


def _reason(word: Word) -> Message:
    if not word.accepted:
        return message("It stands in the list {0}.", word.source)
    return message("Accepted before: {0}, refused: {1}.", word.accepted, word.refused)


def _find(tokens: Tokens, string: String, found: dict[int, list[int]]) -> None:
    """Put into `found` where `string` stands among `tokens`."""
    for at in tokens.places.get(string[0], ()):
        if tuple(tokens.keys[at : at + len(string)]) == string:
            found.setdefault(at, []).append(at + len(string))
