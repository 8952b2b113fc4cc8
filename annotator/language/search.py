"""Keys under which Vietnamese text is found, however it was typed."""

import unicodedata
from collections.abc import Callable, Iterable
from itertools import pairwise

from annotator.expressions import expression

_MARKS = expression(r"\p{Mn}+")
_TOO_MANY_MARKS = expression(r"(\p{M}{30})\p{M}+")
_SPACES = expression(r"[\s\u200b\u2060\ufeff]+")
_WORD = expression(r"[\p{L}\p{M}\p{N}]+")
_STROKED = str.maketrans("ð", "đ")
"""*Ð* is another letter than *Đ*, looks the same, and old keyboards of Vietnamese wrote it."""
_D = str.maketrans("đ", "d")
_TONE = "[\u0300\u0301\u0303\u0309\u0323]"
_EARLY_TONE = expression(
    rf"(?:(?<=o)(?P<tone>{_TONE})(?P<vowel>[ae])"  # hòa, khỏe: hoà, khoẻ
    rf"|(?<=u)(?P<tone>{_TONE})(?P<vowel>y)"  # thúy: thuý
    rf"|(?<=qu)(?P<tone>{_TONE})(?P<vowel>[aeio]))"  # qúa: quá
    r"(?P<marks>\p{Mn}*)"
)


def exact_key(text: str) -> str:
    """Return `text` in the one form for comparing with respect to diacritics.

    Equal for upper and lower case, composed and decomposed characters, any white space, the two
    ways of placing a tone mark (`hòa`, `hoà`), and `Đ` written as `Ð` (U+00D0). A key of a key is
    the key itself.
    """
    folded = _decomposed(_decomposed(text).casefold()).translate(_STROKED)
    folded = _decomposed(_EARLY_TONE().sub(r"\g<vowel>\g<marks>\g<tone>", folded))
    return _SPACES().sub(" ", unicodedata.normalize("NFC", folded))


def _decomposed(text: str) -> str:
    """Return `text` in NFD, of marks that follow one another no more than any writing has.

    Putting marks in order takes time that grows with the square of their number:
    https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format
    """
    capped = _TOO_MANY_MARKS().sub(r"\1", text)
    return _TOO_MANY_MARKS().sub(r"\1", unicodedata.normalize("NFD", capped))


def search_key(text: str) -> str:
    """Return `text` in the one form for comparing without regard to diacritics.

    As `exact_key`, and with all diacritics off and `đ` as `d`: `Đồng` and `dong` are equal.
    """
    bare = _MARKS().sub("", unicodedata.normalize("NFD", exact_key(text))).translate(_D)
    return _SPACES().sub(" ", unicodedata.normalize("NFC", bare))


def key_words(key: str) -> list[str]:
    """Return the words of a key of either kind: its runs of letters and digits."""
    return _WORD().findall(key) if key else []


def pairs_of(words: Iterable[str]) -> list[str]:
    """Return, for an index, one word for each two of `words` that follow one another.

    Such a word is none of a text, and begins as none does.
    """
    return [f"·{first}·{second}" for first, second in pairwise(words)]


def matches(query: str, text: str) -> bool:
    """Return whether every word of `query` begins a word of `text`, in any order.

    A word typed without diacritics finds all that look like it without them; one typed with
    diacritics finds only those: `dong` finds `đồng` and `đông`, `đông` does not find `đồng`.
    """
    return matcher(query)(text)


def matcher(query: str) -> Callable[[str], bool]:
    """Return what `matches` does with `query`, for many texts."""
    exact = [word for word in key_words(exact_key(query)) if word != search_key(word)]
    bare = key_words(search_key(query))
    return lambda text: (
        (not bare or _each_begins_one(bare, search_key(text)))
        and (not exact or _each_begins_one(exact, exact_key(text)))
    )


def _each_begins_one(beginnings: list[str], key: str) -> bool:
    words = key_words(key)
    return all(any(word.startswith(each) for word in words) for each in beginnings)
