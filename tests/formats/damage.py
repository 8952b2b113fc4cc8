"""Valid JSON with anything in any place, and cut anywhere: for fuzzing readers of JSON lines."""

import copy
import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from annotator.formats.format import Parcel
from annotator.formats.reading import read
from annotator.model.message import AnnotatorError

_scalars = st.none() | st.booleans() | st.integers(-2, 40) | st.floats() | st.text(max_size=4)
_odd = st.sampled_from([10**18, -1, "", "1", 1.0, [], {}, [[]], [0, 0], [3, 1], [0, 1, "x"]])
values = _odd | st.recursive(
    _scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


def places(value: Any) -> list[tuple[Any, Any]]:
    """Return every (container, key) in `value`."""
    if not isinstance(value, dict | list):
        return []
    keys = list(value) if isinstance(value, dict) else range(len(value))
    return [(value, key) for key in keys] + [each for key in keys for each in places(value[key])]


def damaged_bytes(data: bytes, chance: random.Random) -> bytes:
    """Return `data` with some bytes changed, taken out or doubled."""
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(changed))
        changed[at : at + chance.randrange(4)] = changed[at : at + 2] * chance.randrange(3) + b'"'
    return bytes(changed)


@st.composite
def damaged(draw: st.DrawFn, lines: Sequence[Any]) -> bytes:
    """Return a file of `lines` with things replaced, removed and doubled, perhaps cut."""
    changed = [copy.deepcopy(line) for line in lines]
    for _ in range(draw(st.integers(1, 4))):
        found = places(changed)
        if not found:
            break
        container, key = draw(st.sampled_from(found))
        match draw(st.sampled_from("rrrxd")):
            case "r":
                container[key] = copy.deepcopy(draw(values))
            case "x":
                del container[key]
            case _ if isinstance(container, list):
                container.append(copy.deepcopy(container[key]))
            case _:
                container["more"] = copy.deepcopy(container[key])
    data = "\n".join(map(json.dumps, changed)).encode()
    if draw(st.integers(0, 3)):
        return data
    start = draw(st.integers(0, len(data)))
    return data[:start] + data[start + draw(st.sampled_from([1, 5, len(data)])) :]


def assert_read_or_refused(path: Path, format: str) -> None:
    """Fail where reading gives anything but parcels and sentences that name the file."""
    for each in read(path, format):
        if isinstance(each, AnnotatorError):
            assert str(each).startswith(str(path.parent)), each
            assert "{0}" not in str(each)
        else:
            assert isinstance(each, Parcel)
            assert each.article.text
