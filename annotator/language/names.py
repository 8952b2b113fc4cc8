"""Words that look like a name, by their capitals alone: no list of names, and nothing learned."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import NamedTuple
from unicodedata import normalize

from annotator.language.search import exact_key
from annotator.language.segmentation import is_word, sentences
from annotator.language.syllable_forms import is_syllable
from annotator.model.annotation import Fragment
from annotator.pausing import pause

_JOINT = re.compile(r"[ \u00a0_'’–-]|[ ]?&[ ]?")
"""What stands between two words of one name."""
_SORTS_OF_PLACE = frozenset("tỉnh huyện quận xã phường thị_xã thị_trấn thành_phố".split())
"""What stands between the name of an office and that of its place: *Công an huyện Củ Chi*."""
_GAP = re.compile(r"[\s_](?=[^\W\d_])")
_SYLLABLE = re.compile(r"[^\s_]+")
_POINT = re.compile(r"\.[ \u00a0]?")
_REST = re.compile(
    r"(?:[-'’][^\W_]+)+"  # Kim Jong-un, Cư M'gar, Covid-19
    r"|\.\d+\b"  # Q.1
    r"|[ \u00a0]\d{1,3}[A-Z]?(?![\w%]|[.,/:-]\d|[ \u00a0]*[^\W_])"  # SEA Games 31
)
"""What belongs to a name behind its last word with a capital."""
_QUOTE = re.compile(r"[\"'“‘«]\s?$")
_ITEM = re.compile(r"\W*(?:\d+|\w)[.)/]\s?")
"""After these a sentence may begin: a quotation mark, and what a line may begin with: *- 1)*."""
_COLON = re.compile(r"[:(\[]\s?$")
_DATELINE = re.compile(r"\W*(?:\([^()]*\)|\S+)\s[-–—]\s")
"""After these, too, if more words follow at once: *(Dân trí) - Sáng nay*, not *Ảnh: Hà*."""
_BEFORE_NAMES = frozenset(
    "ông bà anh chị em cô chú bác cậu thầy cụ dì ngài"  # forms of address
    " theo tại ở từ trong với và nhưng khi do vì để cùng nếu sau trước của"
    " hiện nay còn mà các những một cho đến về bởi dù rồi như giữa".split()
)
"""Small words of Vietnamese that often begin a sentence before a name, and are no part of it."""
_LINE = re.compile(r"[^\r\n]+")
_LONGEST = 60
"""Characters of a name that is looked for elsewhere, and of what a line may begin with."""


class _Run(NamedTuple):
    """Words with capitals, one after another, and whether a sentence begins with them."""

    words: Sequence[Fragment]
    opens: bool


def names(text: str, words: Sequence[Fragment]) -> list[Fragment]:
    """Return what looks like a name, in order: runs of `words` with capitals, each in one line.

    `words` are those of `text`, or its syllables. What begins a sentence has a capital in any case:
    it counts where the text has it within a sentence, too, where it has a second capital, or where
    it is no syllable of Vietnamese. A run like *Mỹ Donald Trump* is cut where what comes first, or
    the word before the cut, stands alone elsewhere; one syllable (*Bộ*) has to do so at least as
    often as it begins something longer. Lines in capitals tell nothing.
    """
    runs: list[_Run] = []
    small: set[str] = set()
    for line in _LINE.finditer(text):
        pause()
        if not line.group().isupper():
            units = list(_units(text, words, Fragment(*line.span())))
            runs += _runs(text, units, line)
            small.update(unit for unit in (text[a:b] for a, b in units) if unit[0].islower())
    within = {text[slice(*each)] for run in runs for each in run.words[run.opens :]}
    alone = Counter(_text(text, run.words) for run in runs if not run.opens)
    kept = [run.words[_is_common(text, run, within, small, alone) :] for run in runs]
    alone = Counter(_text(text, each) for each in kept if each)
    begun = Counter(text[slice(*each[0])] for each in kept if len(each) > 1)
    found = chain.from_iterable(_parts(text, each, alone, begun) for each in kept if each)
    return [_whole(text, each, alone) for each in found]


def _text(text: str, words: Sequence[Fragment]) -> str:
    return text[words[0].start : words[-1].end]


def _is_common(
    text: str, run: _Run, within: Collection[str], small: Collection[str], alone: Mapping[str, int]
) -> bool:
    """Return whether the first word of a run has its capital only from where it stands."""
    first = text[slice(*run.words[0])]
    if (
        not run.opens
        or not is_syllable(exact_key(_syllables(first)[0]))
        or any(map(str.isupper, first[1:]))
    ):
        return False
    rest = run.words[1:]
    as_small = first[0].lower() + first[1:]
    if exact_key(as_small) in _BEFORE_NAMES and (rest or as_small in small):
        return True
    if rest and text[run.words[0].end : rest[0].start].strip().isalpha():
        return False
    return first not in within and (not rest or as_small in small or _text(text, rest) in alone)


def _parts(
    text: str, words: Sequence[Fragment], alone: Mapping[str, int], begun: Mapping[str, int]
) -> Iterator[Fragment]:
    """Yield the names that stand side by side in `words`: *Tổng thống*, *Mỹ*, *Joe Biden*."""

    def stands_alone(start: int, end: int) -> bool:
        if end - start > _LONGEST:
            return False
        often = alone.get(text[start:end], 0)
        long = len(_syllables(text[start:end])) > 1
        return often > 0 and (long or often >= begun.get(text[start:end], 0))

    start, end = words[0].start, words[-1].end
    for one, other in pairwise(words):
        if text[one.end] != "." and (
            (_capitals(text, one) > 1 and _capitals(text, other) > 2)
            or (
                (stands_alone(start, one.end) or stands_alone(*one))
                and (
                    other.end < end
                    or len(_syllables(text[slice(*other)])) > 1
                    or text[slice(*other)] in alone
                )
            )
        ):
            yield Fragment(start, one.end)
            start = other.start
    yield Fragment(start, end)


def _syllables(words: str) -> list[str]:
    """Return the syllables of words that spaces part, or `_`, as in texts of segmenters."""
    return _SYLLABLE.findall(words)


def _capitals(text: str, unit: Fragment) -> int:
    """Return how many syllables a word has, if all have capitals; else 0."""
    syllables = _syllables(text[slice(*unit)])
    return len(syllables) if all(each[0].isupper() for each in syllables) else 0


def _whole(text: str, name: Fragment, alone: Collection[str]) -> Fragment:
    """Return `name` with what belongs to it behind, or without what pyvi joined to it by mistake.

    That is seen where the name stands alone elsewhere: *Mỹ quan tâm*; two syllables (*Bộ trưởng*,
    where *Bộ* stands alone) are left as they are.
    """
    start, end = name
    gaps = [
        start + each.start() for each in _GAP.finditer(text[start : min(end, start + _LONGEST)])
    ]
    for at, following in pairwise([*reversed(gaps), start]) if len(gaps) > 1 else ():
        joined = text[at + 1].islower() and (following > start or text[gaps[1] + 1].islower())
        if joined and text[start:at] in alone:
            return Fragment(start, at)
    rest = _REST.match(text, end)
    return Fragment(start, rest.end()) if rest else name


def _units(text: str, words: Sequence[Fragment], line: Fragment) -> Iterator[Fragment]:
    """Yield the words of a line, without marks of punctuation."""
    at = bisect_left(words, line.start, key=lambda each: each.start)
    while at < len(words) and words[at].start < line.end:
        start, end = words[at]
        if text[start].isalnum() or is_word(text[start:end]):
            yield words[at]
        at += 1


def _runs(text: str, units: Sequence[Fragment], line: re.Match[str]) -> Iterator[_Run]:
    begins = _begins(units, line)
    capitals = [each for each in units if text[each.start].isupper()]
    run: list[Fragment] = []
    for unit, following in pairwise([*capitals, Fragment(len(text), len(text))]):
        run.append(unit)
        if not _joins(text, unit, following, begins):
            yield _Run(run, run[0].start in begins or _opens(text, run[0], line.start()))
            run = []


def _begins(units: Sequence[Fragment], line: re.Match[str]) -> set[int]:
    """Return where the first word of each sentence of a line begins."""
    starts = (line.start() + each.start for each in sentences(line.group()))
    firsts = (bisect_left(units, each, key=lambda unit: unit.start) for each in starts)
    return {units[each].start for each in firsts if each < len(units)}


def _joins(text: str, unit: Fragment, following: Fragment, begins: set[int]) -> bool:
    """Return whether two words with capitals are of one name, by what stands between them."""
    between = text[unit.end : min(following.start, unit.end + _LONGEST)]
    if _JOINT.fullmatch(between) or _is_sort_of_place(between):
        return following.start < len(text)
    if following.start in begins or following.start == len(text) or not _POINT.fullmatch(between):
        return False
    word = text[slice(*unit)]
    directly = following.start == unit.end + 1
    return word.isupper() and (directly or len(word) == 1 or word in {"TP", "TX", "TT"})


def _is_sort_of_place(between: str) -> bool:
    return len(between) < 20 and normalize("NFC", "_".join(between.split())) in _SORTS_OF_PLACE


def _opens(text: str, unit: Fragment, line: int) -> bool:
    """Return whether a sentence may begin with `unit`, after what stands before it on its line."""
    before = text[max(line, unit.start - 2) : unit.start]
    lead = text[line : unit.start] if unit.start - line <= _LONGEST else ""
    if _QUOTE.search(before) or _ITEM.fullmatch(lead):
        return True
    follows = text[unit.end : unit.end + 2]
    goes_on = len(follows) > 1 and follows[0] in " \u00a0" and follows[1].isalnum()
    return goes_on and bool(_COLON.search(before) or _DATELINE.fullmatch(lead))
