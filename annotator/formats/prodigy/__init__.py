"""Prodigy's JSON lines: tasks with spans, relations and an answer.

Follows Prodigy's documentation of its task formats (prodi.gy/docs/api-interfaces: `ner_manual`,
`spans_manual`, `relations`, `choice`). Offsets are Python's: code points. The `head` and `child` of
a relation are the last tokens of its spans: explosion's own `rel_component` reads them so. Keys of
a task that Prodigy does not know are stored and exported with it (support.prodi.gy/t/1458).
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import BinaryIO, NamedTuple

from annotator.formats.format import Format, Found, Losses, Parcel, Source
from annotator.formats.json_fields import FieldError, Fields, of_type
from annotator.formats.json_stream import Item, head_keys, json_items
from annotator.formats.jsonl_object import status_of, with_rest
from annotator.formats.layering import layered, stale
from annotator.formats.marks import (
    KEY,
    Mark,
    article_id,
    parts_of,
    place_of,
    unsaid,
)
from annotator.formats.prodigy.spans import Spans, labels_of
from annotator.formats.prodigy.tokens import Tokens
from annotator.model.article import Article, Json, Status
from annotator.model.layer import Layer, position
from annotator.model.message import AnnotatorError, Remark, message

_ANSWERS = {"accept": Status.DONE, "reject": Status.STARTED, "ignore": Status.NEW}
_FINISHED = (Status.DONE, Status.LOCKED)
_REVIEWERS = ("_annotator_id", "_session_id")


def _recognizes(head: bytes) -> bool:
    keys = head_keys(head)
    return "text" in keys and bool(keys & {"spans", "_input_hash", "_task_hash", *_REVIEWERS})


def _read(source: Source) -> Iterator[Found]:
    ids = _Ids()
    rejected = 0
    not_kept: dict[str, None] = {}
    for number, item in enumerate(json_items(source), 1):
        if not isinstance(item, Item):
            yield item
            continue
        try:
            task = _task(Fields(item.value), item.where, f"{source.id}-{number}", source, ids)
        except AnnotatorError as error:
            error.where = item.where
            yield error
            continue
        for error in task.errors:
            error.where = item.where
            yield error
        yield task.parcel
        rejected += task.answer == "reject"
        not_kept |= dict.fromkeys(task.not_kept)
    if rejected:
        yield Remark(
            "Rejected in Prodigy: {0} of the tasks. Their layers are kept, with the status {1}.",
            rejected, Status.STARTED, where=source.where,
        )  # fmt: skip
    if not_kept:
        keys = ", ".join(sorted(not_kept))
        yield Remark("What Prodigy notes for itself is not kept: {0}.", keys, where=source.where)


class _Ids:
    """Ids of articles that have none: the hash that Prodigy gives a text.

    The same task, done by another person, is the same article. What is not the same (another span
    to judge, or the same person again) is one of its own: the hash of the task is added, a number.
    """

    def __init__(self) -> None:
        self._given: dict[str, tuple[bytes, set[str]]] = {}
        self._numbers: dict[str, int] = {}

    def id(self, text: Json, task: Json, content: str, reviewer: str) -> str:
        """Return an id, given both hashes and all that must be equal in one article."""
        digest = blake2b(f"{task} {content}".encode(), digest_size=16).digest()
        name = f"{text}.{task}"
        number = self._numbers.setdefault(name, 2)
        for id in (str(text), name, f"{name}.{number}"):
            same, reviewers = self._given.setdefault(id, (digest, set()))
            if same == digest and reviewer not in reviewers:
                reviewers.add(reviewer)
                return id
        self._numbers[name] = number + 1
        return self.id(text, task, content, reviewer)


class _Task(NamedTuple):
    """What a line holds; `errors` are on what of it was left out or looks otherwise."""

    parcel: Parcel
    errors: tuple[AnnotatorError, ...]
    answer: Json
    not_kept: tuple[str, ...]


def _task(fields: Fields, where: str, otherwise: str, source: Source, ids: _Ids) -> _Task:
    text = fields.take("text", str)
    answer = fields.take_any("answer")
    reviewers = [fields.take_any(key) for key in _REVIEWERS]
    named = next((each for each in reviewers if isinstance(each, str) and each.strip()), None)
    reviewer = named or source.reviewer
    beside = Fields(fields.take(KEY, dict, {}), KEY)
    status = _status(answer, beside.take_any("status"))
    curated = beside.take("curated", bool, False)
    spans = Spans(fields, text)
    labels = list(labels_of(fields))
    annotations, left_out = layered(spans.marks, spans.arcs, labels, beside, text)
    text_hash, task_hash = fields.take_any("_input_hash"), fields.take_any("_task_hash")
    id = fields.take_any("id")
    not_kept = tuple(key for key in fields.rest() if key.startswith("_"))
    for key in not_kept:
        fields.take_any(key)
    metadata = with_rest(fields.take("meta", dict, {}), fields.rest())
    if id is None and type(text_hash) is int:
        id = ids.id(text_hash, task_hash, text + json.dumps(metadata), reviewer)
    article = Article(article_id(id, otherwise), text, metadata)
    layers: tuple[Layer, ...] = ()
    if named or answer is not None or annotations:
        layers = (Layer(article, reviewer, annotations, status, curated),)
    errors = (*spans.errors, *stale(left_out))
    return _Task(Parcel(article, layers, where), errors, answer, not_kept)


def _status(answer: Json, stated: Json) -> Status:
    """Return the status of a layer: what Annotator stated, unless Prodigy's answer is another."""
    if answer is not None and (not isinstance(answer, str) or answer not in _ANSWERS):
        known = ", ".join(_ANSWERS)
        raise FieldError("{0} is {1}, but must be one of {2}.", "answer", str(answer)[:40], known)
    answered = Status.NEW if answer is None else _ANSWERS[answer]
    if stated is None:
        return answered
    status = status_of(of_type(stated, str, f"{KEY}.status"))
    unchanged = answer == ("accept" if status in _FINISHED else None)
    return status if unchanged else answered


def _write(parcels: Iterable[Parcel], stream: BinaryIO) -> Losses:
    for article, layers, _ in parcels:
        for layer in layers or (None,):
            line = json.dumps(_object(article, layer), ensure_ascii=False, allow_nan=False)
            stream.write(line.encode() + b"\n")
    return Losses()


def _object(article: Article, layer: Layer | None) -> dict[str, Json]:
    parts = parts_of(() if layer is None else sorted(layer, key=position))
    marks = [Mark(*place_of(each)) for each in parts.marked]
    tokens = Tokens(article.text, marks)
    spans = [tokens.span(mark) for mark in marks]
    ends = dict(zip((each.id for each in parts.marked), _told_apart(spans), strict=True))
    labels = [each.label for each in parts.labels]
    value: dict[str, Json] = {
        "id": article.id,
        "text": article.text,
        "meta": dict(article.metadata),
        "tokens": [*tokens.objects],
        "spans": [*spans],
    }
    if parts.arcs:
        value["relations"] = [
            _relation(ends[arc.source], ends[arc.target], arc.label) for arc in parts.arcs
        ]
    if labels:
        value["options"] = [{"id": label, "text": label} for label in dict.fromkeys(labels)]
        value["accept"] = [*labels]
    beside = unsaid(parts)
    if layer is not None:
        if layer.status in _FINISHED:
            value["answer"] = "accept"
        value |= dict.fromkeys(_REVIEWERS, layer.reviewer)
        if layer.status in (Status.STARTED, Status.LOCKED):
            beside["status"] = layer.status.value
        if layer.curated:
            beside["curated"] = True
    return {**value, KEY: beside} if beside else value


def _told_apart(spans: Iterable[dict[str, Json]]) -> Iterator[dict[str, Json]]:
    """Yield what relations say of each of `spans`: it, and which of several that are the same."""
    seen = Counter[str]()
    for span in spans:
        key = json.dumps(span)
        yield {**span, "nth": seen[key]} if seen[key] else span
        seen[key] += 1


def _relation(source: dict[str, Json], target: dict[str, Json], label: str) -> dict[str, Json]:
    return {
        "head": source["token_end"],
        "child": target["token_end"],
        "head_span": source,
        "child_span": target,
        "label": label,
    }


FORMAT = Format(
    name="prodigy",
    extensions=(".jsonl",),
    summary=message("Prodigy's JSON lines: spans, relations, answers"),
    read=_read,
    write=_write,
    recognizes=_recognizes,
    sign=message('its objects have "text", and "spans" or the hashes of Prodigy'),
)
