"""The encodings Vietnamese was written in before Unicode, as tables.

TCVN 5712:1993 has all letters; TCVN3 is the part of it that the ABC fonts (`.VnTime`) show, with
the punctuation of Windows where it has capitals. VISCII is RFC 1456, VPS the code of the Vietnamese
Professionals Society, and VNI that of the `VNI-` fonts for Windows, which write a letter and behind
it, as another one, its marks.

What `errors` means is as for `bytes.decode`: UnicodeDecodeError where it is `strict`.
"""

import codecs
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

import regex

_TONES = ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323")
"""None, and sắc, huyền, hỏi, ngã, nặng."""

_SMALL = "".join(
    letter
    for vowel in "aăâeêioôơuưy"
    for tone in _TONES
    if not (letter := unicodedata.normalize("NFC", vowel + tone)).isascii()
)
LETTERS = f"{_SMALL}đ{_SMALL.upper()}Đ"
"""The letters that ASCII lacks: each vowel with each tone, then đ; small ones, then capitals."""

# The bytes of LETTERS, in their order.
_TCVN5712 = bytes.fromhex(
    "b8b5b6b7b9 a8bebbbcbdc6 a9cac7c8c9cb d0cccecfd1 aad5d2d3d4d6 ddd7d8dcde e3dfe1e2e4 "
    "abe8e5e6e7e9 acedeaebecee f3eff1f2f4 adf8f5f6f7f9 fdfafbfcfe ae 8380818284 a1c0afbabf85 "
    "a2c4c1c2c386 8a8788898b a3dac5cdd98c 908d8e8f91 9592939496 a4ffdbe0f097 a59b98999a9c "
    "019d9e9f02 a61104050612 1613141517 a7"
)
_VISCII = bytes.fromhex(
    "e1e0e4e3d5 e5a1a2c6c7a3 e2a4a5a6e7a7 e9e8eba8a9 eaaaabacadae edecefeeb8 f3f2f6f5f7 "
    "f4afb0b1b2b5 bdbeb6b7defe faf9fcfbf8 dfd1d7d8e6f1 fdcfd6dbdc f0 c1c0c4c380 c58182020583 "
    "c28485860687 c9c8cb8889 ca8a8b8c8d8e cdcc9bce98 d3d299a09a d48f90919293 b4959697b394 "
    "dad99c9d9e bfbabbbcffb9 dd9f14191e d0"
)
_VPS = bytes.fromhex(
    "e1e0e4e3e5 e6a1a2a3a4a5 e2c3c0c4c5c6 e9e8c8ebcb ea898a8bcd8c edecccefce f3f2d5f586 "
    "f4d3d2b087b6 d6a7a9aaabae faf9fbdbf8 dcd9d8babbbf 9aff9bcf9c c7 c180818202 888d8e8ff004 "
    "c28384851c03 c9d7defe05 ca9093949506 b4b5b7b810 b9bcbdbe11 d49697989912 f79d9e9fa613 "
    "daa8d1ac14 d0adafb11d15 ddb2fdb319 f1"
)

_ASCII = {byte: byte for byte in range(0x80)}
_WINDOWS = _ASCII | {
    byte: ord(character)
    for byte in range(0x80, 0x100)
    if (character := bytes([byte]).decode("cp1252", "ignore"))
}

_VNI_TONES = ("", *"ùøûõï")
_VNI_BREVE = tuple("êéèúüë")
_VNI_CIRCUMFLEX = tuple("âáàåãä")
_VNI_WRITTEN = {
    "ă": ("a", _VNI_BREVE), "â": ("a", _VNI_CIRCUMFLEX), "ê": ("e", _VNI_CIRCUMFLEX),
    "ô": ("o", _VNI_CIRCUMFLEX), "ơ": ("ô", _VNI_TONES), "ư": ("ö", _VNI_TONES),
}  # fmt: skip
"""How VNI writes a vowel: a letter, and the mark behind it for each tone."""

_VNI_ALONE = dict(zip("ñíìæóòî", "đíìỉĩịỵ", strict=True))
"""What VNI writes as one letter without a mark."""


class Decoded(NamedTuple):
    """A text, and how many characters of it can't be meant: marks that follow no letter."""

    text: str
    strays: int = 0


def decode_tcvn3(data: bytes, errors: str = "strict") -> Decoded:
    """Return `data`, in TCVN3, as text."""
    return _decoded(data, errors, _tcvn3())


def decode_tcvn5712(data: bytes, errors: str = "strict") -> Decoded:
    """Return `data`, in TCVN 5712, as text."""
    return _decoded(data, errors, _tcvn5712())


def decode_viscii(data: bytes, errors: str = "strict") -> Decoded:
    """Return `data`, in VISCII, as text."""
    return _decoded(data, errors, _viscii())


def decode_vps(data: bytes, errors: str = "strict") -> Decoded:
    """Return `data`, in VPS, as text."""
    return _decoded(data, errors, _vps())


def decode_windows_1258(data: bytes, errors: str = "strict") -> Decoded:
    """Return `data`, in Windows-1258, as text: a letter and, behind it, its tone."""
    return Decoded(data.decode("cp1258", errors))


def decode_vni(data: bytes, errors: str = "strict") -> Decoded:
    """Return `data`, in VNI, as text."""
    letters, written, stray = _vni()
    windows = _decoded(data, errors, _WINDOWS).text
    text = written.sub(lambda found: letters.get(found[0], found[0]), windows)
    return Decoded(text, len(stray.findall(windows)))


def _decoded(data: bytes, errors: str, table: dict[int, int]) -> Decoded:
    return Decoded(codecs.charmap_decode(data, errors, table)[0])


def _with_letters(bytes_of_letters: bytes, others: Mapping[int, str]) -> dict[int, int]:
    """Return the code point of each byte: those of ASCII and of `others`, over them LETTERS."""
    letters = dict(zip(bytes_of_letters, map(ord, LETTERS), strict=True))
    return _ASCII | {byte: ord(character) for byte, character in others.items()} | letters


@cache
def _tcvn3() -> dict[int, int]:
    return _WINDOWS | {byte: code for byte, code in _tcvn5712().items() if byte >= 0xA0}


@cache
def _viscii() -> dict[int, int]:
    return _with_letters(_VISCII, {})


@cache
def _vps() -> dict[int, int]:
    others = dict(zip(b"\x91\x92\xa0\xdf\xe7\xee\xf6\xfc", "‘’\u00a0ßçîöü", strict=True))
    return _with_letters(_VPS, others)


@cache
def _tcvn5712() -> dict[int, int]:
    tones = dict(zip(range(0xB0, 0xB5), "\u0300\u0309\u0303\u0301\u0323", strict=True))
    return _with_letters(_TCVN5712, {0xA0: "\u00a0"} | tones)


class _Vni(NamedTuple):
    letters: Mapping[str, str]
    written: "regex.Pattern[str]"
    stray: "regex.Pattern[str]"


@cache
def _vni() -> _Vni:
    letters = dict(_vni_letters())
    vowels = "".join({written[0] for written in letters if len(written) > 1})
    marks = "".join({written[1] for written in letters if len(written) > 1})
    alone = "".join(written for written in letters if len(written) == 1)
    return _Vni(
        letters,
        written=regex.compile(f"[{vowels}][{marks}]|[{alone}]"),
        stray=regex.compile(f"(?<![{vowels}])[{marks}]"),
    )


def _vni_letters() -> Iterator[tuple[str, str]]:
    """Yield how VNI writes each letter; behind a capital a small mark is taken as well."""
    for vowel in "aăâeêioôơuưy":
        base, marks = _VNI_WRITTEN.get(vowel, (vowel, _VNI_TONES))
        for mark, tone in zip(marks, _TONES, strict=True):
            letter = unicodedata.normalize("NFC", vowel + tone)
            if not (base + mark).isascii():
                yield base + mark, letter
                yield base.upper() + mark, letter.upper()
                yield base.upper() + mark.upper(), letter.upper()
    for written, letter in _VNI_ALONE.items():
        yield written, letter
        yield written.upper(), letter.upper()
