"""Models as named arrays of numbers, and back: what a project stores. Nothing is pickled."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from annotator.model.annotation import Kind
from annotator.model.message import AnnotatorError
from annotator.suggest.learned.crf import Crf
from annotator.suggest.learned.lexicon import Lexicon
from annotator.suggest.learned.model import Model
from annotator.suggest.learned.softmax import Softmax
from annotator.suggest.learned.span_model import SpanModel
from annotator.suggest.learned.vectors import Vectors

Arrays: TypeAlias = dict[str, NDArray[Any]]

_VERSION = 2
_BREAK, _INNER = "\n", "\x1f"


class ModelError(AnnotatorError):
    """Stored arrays that are no model of this program."""


def to_arrays(model: Model) -> Arrays:
    """Return `model` as arrays: numbers, and strings as the bytes of their UTF-8."""
    arrays: Arrays = {
        "version": np.array([_VERSION, model.lessons, int(model.events_fill)], dtype=np.int64)
    }
    for kind, spans in model.spans.items():
        _put_crf(arrays, f"{kind}.crf", spans.crf)
        _put_softmax(arrays, f"{kind}.labeller", spans.labeller)
        _put_softmax(arrays, f"{kind}.judge", spans.judge)
        rows = list(spans.lexicon.rows())
        arrays[f"{kind}.lexicon.labels"] = _bytes([label for label, *_ in rows])
        arrays[f"{kind}.lexicon.strings"] = _bytes([_INNER.join(string) for _, string, *_ in rows])
        arrays[f"{kind}.lexicon.counts"] = np.array(
            [(tagged, seen) for *_, tagged, seen in rows], dtype=np.int32
        ).reshape(-1, 2)
    arrays["vectors.words"] = _bytes(model.vectors.words)
    arrays["vectors.table"] = model.vectors.table.astype(np.float32)
    arrays["vectors.groups"] = np.array(model.vectors.groups, dtype=np.int16)
    for name, found in (("kinds", model.kinds), ("roles", model.roles)):
        if found:
            _put_softmax(arrays, name, found)
    return arrays


def from_arrays(arrays: Mapping[str, NDArray[Any]]) -> Model:
    """Return the model that `to_arrays` took apart; raises ModelError where it is none."""
    try:
        version, lessons, events_fill = (int(each) for each in arrays["version"])
        if version != _VERSION:
            raise ModelError("The model is of another version of the program: train it again.")
        vectors = Vectors(
            _strings(arrays["vectors.words"]),
            arrays["vectors.table"].astype(np.float64),
            arrays["vectors.groups"].tolist(),
        )
        spans = {
            kind: SpanModel(
                _crf(arrays, f"{kind}.crf"),
                _softmax(arrays, f"{kind}.labeller"),
                _softmax(arrays, f"{kind}.judge"),
                _lexicon(arrays, f"{kind}.lexicon"),
                vectors,
            )
            for kind in (Kind.EVENT, Kind.ENTITY)
            if f"{kind}.crf.labels" in arrays
        }
        kinds, roles = (
            _softmax(arrays, name) if f"{name}.classes" in arrays else None
            for name in ("kinds", "roles")
        )
    except (LookupError, TypeError, ValueError) as error:
        raise ModelError("The stored model can't be read: train it again.") from error
    return Model(lessons, spans, kinds, roles, bool(events_fill), vectors)


def _put_crf(arrays: Arrays, name: str, crf: Crf) -> None:
    arrays[f"{name}.labels"] = _bytes(crf.labels)
    arrays[f"{name}.features"] = _bytes(list(crf.number))
    arrays[f"{name}.weights"] = crf.weights
    arrays[f"{name}.transitions"] = crf.transitions


def _crf(arrays: Mapping[str, NDArray[Any]], name: str) -> Crf:
    labels = tuple(_strings(arrays[f"{name}.labels"]))
    features = _strings(arrays[f"{name}.features"])
    weights = arrays[f"{name}.weights"].astype(np.float64)
    if weights.shape != (len(features), len(labels)):
        raise ValueError(name)
    number = {feature: n for n, feature in enumerate(features)}
    return Crf(labels, number, weights, arrays[f"{name}.transitions"])


def _put_softmax(arrays: Arrays, name: str, softmax: Softmax) -> None:
    arrays[f"{name}.classes"] = _bytes(softmax.classes)
    arrays[f"{name}.features"] = _bytes(list(softmax.number))
    arrays[f"{name}.weights"] = softmax.weights


def _softmax(arrays: Mapping[str, NDArray[Any]], name: str) -> Softmax:
    features = _strings(arrays[f"{name}.features"])
    number = {feature: n for n, feature in enumerate(features)}
    return Softmax(tuple(_strings(arrays[f"{name}.classes"])), number, arrays[f"{name}.weights"])


def _lexicon(arrays: Mapping[str, NDArray[Any]], name: str) -> Lexicon:
    labels = _strings(arrays[f"{name}.labels"])
    strings = (tuple(each.split(_INNER)) for each in _strings(arrays[f"{name}.strings"]))
    counts = arrays[f"{name}.counts"].tolist()
    return Lexicon(
        (label, string, tagged, seen)
        for label, string, (tagged, seen) in zip(labels, strings, counts, strict=True)
    )


def _bytes(strings: Sequence[str]) -> NDArray[Any]:
    """Return `strings` as bytes, each ended by a break; none of a unit's characters is one."""
    text = "".join(f"{each}{_BREAK}" for each in strings)
    return np.frombuffer(text.encode("utf-8", "surrogatepass"), dtype=np.uint8)


def _strings(array: NDArray[Any]) -> list[str]:
    return array.tobytes().decode("utf-8", "surrogatepass").split(_BREAK)[:-1]
