"""Tasks of Label Studio, from its JSON and its JSON_MIN, as articles and layers."""

from collections.abc import Iterator
from typing import NamedTuple

from annotator.formats.format import Found, Parcel, Source
from annotator.formats.json_fields import FieldError, Fields, of_type
from annotator.formats.json_stream import Item, json_items
from annotator.formats.jsonl_object import with_rest
from annotator.formats.label_studio.controls import TEXT
from annotator.formats.label_studio.results import Results
from annotator.formats.marks import article_id
from annotator.model.article import Article, Json, Status
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, Remark

_OF_TASK = (
    "created_at", "updated_at", "file_upload", "inner_id", "total_annotations",
    "cancelled_annotations", "total_predictions", "comment_count", "unresolved_comment_count",
    "last_comment_updated_at", "project", "updated_by", "comment_authors", "is_labeled", "overlap",
    "avg_lead_time", "draft_exists", "state",
)  # fmt: skip
_OF_MINIMAL = ("annotation_id", "created_at", "updated_at", "lead_time", "agreement")
"""Keys that Label Studio has for its own book-keeping, of a task and of an object of JSON_MIN."""

_LISTS = {"annotations": Status.DONE, "completions": Status.DONE, "drafts": Status.STARTED}
"""Where a task has what people said, and the status that it has; `completions` before 1.0."""

UNNAMED_MODEL = "prediction"
"""Whose a prediction's layer is where no model is named."""


def tasks(source: Source) -> Iterator[Found]:
    """Yield what the tasks in a file hold; raises OSError."""
    not_kept: dict[str, None] = {}
    for number, item in enumerate(json_items(source), 1):
        if not isinstance(item, Item):
            yield item
            continue
        try:
            task = _Task(item.value, source, number)
            parcel = task.parcel(item.where)
        except AnnotatorError as error:
            error.where = item.where
            yield error
            continue
        for error in task.errors:
            error.where = item.where
            yield error
        yield parcel
        not_kept |= task.not_kept
    if not_kept:
        keys = ", ".join(sorted(not_kept))
        yield Remark(
            "What Label Studio notes for itself is not kept: {0}.", keys, where=source.where
        )


class _Said(NamedTuple):
    """The results of one annotation, draft or prediction; `path` names it in messages."""

    path: str
    results: list[Json]
    reviewer: str
    status: Status
    curated: bool
    origin: str


class _Task:
    """One object of a file, while it is read."""

    def __init__(self, value: Json, source: Source, number: int) -> None:
        self.errors: list[AnnotatorError] = []
        self.not_kept: dict[str, None] = {}
        self._fields = fields = Fields(_whole(of_type(value, dict, "The task")))
        self._otherwise = f"{source.id}-{number}"
        self._reviewer = source.reviewer
        self._data = dict(fields.take("data", dict))
        self._said = [*self._by_people(), *self._by_programs()]

    def parcel(self, where: str) -> Parcel:
        """Return the article and its layers; raises AnnotatorError."""
        text = str(self._data.pop(self._text_key()))
        article = Article(self._id(), text, self._metadata())
        layers: list[Layer] = []
        names: dict[str, int] = {}
        for said in self._said:
            results = Results(said.results, text, said.path, said.origin)
            self.errors += results.errors
            name = self._unused(results.reviewer or said.reviewer, names)
            status = results.status or said.status
            layers.append(Layer(article, name, results.annotations(), status, said.curated))
        return Parcel(article, tuple(layers), where)

    def _by_people(self) -> Iterator[_Said]:
        for key, status in _LISTS.items():
            for number, value in enumerate(_listed(self._fields, key)):
                fields = Fields(value, f"{key}[{number}]")
                results = _listed(fields, "result")
                person = fields.take_any("user" if key == "drafts" else "completed_by")
                skipped = fields.take_any("was_cancelled") is True
                curated = fields.take_any("ground_truth") is True
                self._note(fields.rest())
                yield _Said(
                    fields.name("result"), results, _person(person) or self._reviewer,
                    Status.NEW if skipped else status, curated, "",
                )  # fmt: skip

    def _by_programs(self) -> Iterator[_Said]:
        for number, value in enumerate(_listed(self._fields, "predictions")):
            if isinstance(value, int):
                self._note({"predictions": value})
                continue
            fields = Fields(value, f"predictions[{number}]")
            results = _listed(fields, "result")
            model = fields.take_any("model_version")
            name = model if isinstance(model, str) and model.strip() else UNNAMED_MODEL
            self._note(fields.rest())
            yield _Said(fields.name("result"), results, name, Status.NEW, False, name)

    def _text_key(self) -> str:
        """Return which of the data is the text: `text`, the only one, or what regions quote."""
        keys = [key for key, value in self._data.items() if isinstance(value, str)]
        if TEXT in keys or len(keys) == 1:
            return TEXT if TEXT in keys else keys[0]
        quotes = [quote for said in self._said for quote in _quotes(said.results)]
        quoting = [key for key in keys if quotes and _holds(self._data[key], quotes)]
        if len(quoting) == 1:
            return quoting[0]
        if not keys:
            raise FieldError("There is no text in data.")
        raise FieldError(
            "There are several texts in data: {0}. Rename the one that is annotated to {1}.",
            ", ".join(keys)[:200], TEXT,
        )  # fmt: skip

    def _id(self) -> str:
        number = self._fields.take_any("id")
        id = self._data.get("id")
        if isinstance(id, str | int) and not isinstance(id, bool) and id != "":
            del self._data["id"]
            return str(id)
        return article_id(number, self._otherwise)

    def _metadata(self) -> dict[str, Json]:
        others = self._data.pop("metadata", {})
        if not isinstance(others, dict) or others.keys() & self._data.keys():
            others = {"metadata": others}
        rest = self._fields.rest()
        self._note({key: rest.pop(key) for key in _OF_TASK if key in rest})
        if not rest.get("meta", True):
            del rest["meta"]
        metadata = {**self._data, **others}
        apart = {f"task.{key}" if key in metadata else key: rest[key] for key in rest}
        return with_rest(metadata, apart)

    def _note(self, rest: dict[str, Json]) -> None:
        self.not_kept |= dict.fromkeys(key for key, value in rest.items() if value)

    def _unused(self, name: str, names: dict[str, int]) -> str:
        """Return `name`, or it with a number where a layer of this task has it already.

        `names` says how many were asked for.
        """
        found = name
        while found in names:
            names[name] += 1
            found = f"{name} ({names[name]})"
        if found != name:
            remark = Remark(
                "{0} has another annotation of this task: its layer is called {1}.", name, found
            )
            self.errors.append(remark)
        names[found] = 1
        return found


def _whole(value: dict[str, Json]) -> Json:
    """Return a task for an object of JSON_MIN, whose results stand beside the data.

    An object without `data` and results is data by itself, as it is for Label Studio.
    """
    if "data" in value:
        return value
    if "annotation_id" not in value:
        return {"data": value}
    left = dict(value)
    annotation: dict[str, Json] = {"completed_by": left.pop("annotator", None)}
    annotation |= {key: left.pop(key) for key in _OF_MINIMAL if key in left}
    results: list[Json] = []
    for key in [*left]:
        if found := [*_results_at(key, left[key])]:
            results += found
            del left[key]
    return {
        "id": left.pop("id", None),
        "data": left,
        "annotations": [{**annotation, "result": results}],
    }


def _results_at(key: str, value: Json) -> Iterator[Json]:
    """Yield the results that JSON_MIN has of one control; none: it is no control."""
    for each in value if isinstance(value, list) else [value]:
        if not isinstance(each, dict):
            continue
        type = next(
            (name for name in ("labels", "choices", "number", "rating") if name in each), ""
        )
        if not type and isinstance(each.get("text"), list):
            type = "textarea"
        if type:
            id = f"{each['start']}-{each['end']}" if "start" in each and "end" in each else key
            yield {"id": id, "from_name": key, "type": type, "value": each}


def _listed(fields: Fields, key: str) -> list[Json]:
    value = fields.take_any(key)
    return [] if value is None else of_type(value, list, fields.name(key))


def _person(value: Json) -> str:
    """Return what to call the person that Label Studio names: by e-mail address or number."""
    if isinstance(value, dict):
        email = value.get("email")
        return email if isinstance(email, str) and email.strip() else _person(value.get("id"))
    if isinstance(value, int):
        return f"user {value}"
    return value if isinstance(value, str) and value.strip() else ""


def _quotes(results: list[Json]) -> Iterator[tuple[int, int, str]]:
    for result in results:
        match result:
            case {"value": {"start": int(start), "end": int(end), "text": str(words)}}:
                yield start, end, words
            case _:
                continue


def _holds(text: Json, quotes: list[tuple[int, int, str]]) -> bool:
    return isinstance(text, str) and all(
        text[max(0, start) : max(0, end)] == words for start, end, words in quotes
    )
