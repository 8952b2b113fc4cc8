"""Objects of a format with anything in any place, for readers that must stand it."""

import copy
import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from annotator.formats.format import Parcel
from annotator.formats.reading import read
from annotator.formats.writing import write
from annotator.model.message import AnnotatorError
from tests.formats.damage import places
from tests.formats.round_trip import folder

scalars = (
    st.none()
    | st.booleans()
    | st.integers(-3, 30)
    | st.sampled_from(
        [10**18, -(10**18), 1.5, float("nan"), "", "T1", "1", "event", "\ud83d", "\0"]
    )
    | st.text(max_size=4)
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)


@st.composite
def mutated(draw: st.DrawFn, *examples: dict[str, Any]) -> str:
    """Return one of `examples` as JSON: places of it filled otherwise, emptied, doubled, cut."""
    changed = copy.deepcopy(draw(st.sampled_from(examples)))
    for _ in range(draw(st.integers(0, 3))):
        container, key = draw(st.sampled_from(places(changed)))
        match draw(st.sampled_from(["fill", "fill", "remove", "double"])):
            case "fill":
                container[key] = draw(values)
            case "remove":
                del container[key]
            case _ if isinstance(container, list):
                container.append(copy.deepcopy(container[key]))
            case _:
                container[draw(st.text(max_size=3))] = copy.deepcopy(container[key])
    text = json.dumps(changed, ensure_ascii=draw(st.booleans()))
    start = draw(st.integers(0, len(text)))
    return text[:start] + text[start + draw(st.sampled_from([0, 0, 0, 1, 5])) :]


def assert_stands(content: str | bytes, format: str, name: str) -> None:
    """Assert that reading `content` gives parcels, which can be written, and sentences alone."""
    data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    with folder() as place:
        path = place / name
        path.write_bytes(data)
        found = list(read(path, format))
        parcels = [each for each in found if isinstance(each, Parcel)]
        for each in found:
            if isinstance(each, AnnotatorError):
                assert str(each).startswith(str(path)), each
        if parcels:
            write(parcels, place / "native.jsonl")
            write(parcels, place / f"again-{name}", format)
            assert [
                each for each in read(place / "native.jsonl") if isinstance(each, Exception)
            ] == []


def sentences(path: Path, format: str) -> list[str]:
    """Return what reading `path` says went wrong, or looks otherwise, without the path."""
    errors = [each for each in read(path, format) if isinstance(each, AnnotatorError)]
    return [str(each).removeprefix(str(path)).removeprefix(":") for each in errors]
