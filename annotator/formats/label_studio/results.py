"""What a list of results of Label Studio says, as annotations.

Offsets of regions in plain text count code points: `findGlobalOffset` in
`web/libs/editor/src/utils/selection-tools.js` of github.com/HumanSignal/label-studio takes the
length of `[...textContent]`, and a line feed and a carriage return as one each (`RichText/view.jsx`
makes a `<br/>` of either). Before label-studio-frontend's pull request 308 of autumn 2021 they
counted UTF-16 units. The words of a region, where they are given, tell which; in them a line end is
written as a backslash and an n (`captureSelection` in the same file).
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count

from annotator.formats.label_studio.controls import (
    BOTH_WAYS,
    CLUSTER,
    CONTROL,
    DOCUMENT,
    REVIEWER,
    STATUS,
    TRUTHS,
    attribute_of,
    marks_events,
)
from annotator.formats.label_studio.result import Result
from annotator.formats.marks import attributes_of
from annotator.model.annotation import (
    FROM,
    MEMBER,
    TO,
    Annotation,
    AttributeValue,
    Fragment,
    Kind,
    Link,
)
from annotator.model.article import Json, Status
from annotator.model.message import AnnotatorError, Remark
from annotator.model.offsets import Utf16Offsets
from annotator.model.tagset import COREFERENCE

UNNAMED = "relation"
"""The label of a relation that has none."""

_MOST_LABELS = 100
"""Labels that one region may have: what is said of it is said of each."""

_CLUSTER_NAME = re.compile(r"\S+ (?P<label>.+)", re.DOTALL)
_FLAGS = {text: value for value, text in TRUTHS.items()}


@dataclass(slots=True)
class _Draft:
    id: str
    kind: Kind
    label: str
    fragments: tuple[Fragment, ...] = ()
    links: list[Link] = field(default_factory=list[Link])
    attributes: dict[str, AttributeValue] = field(default_factory=dict[str, AttributeValue])
    note: str = ""
    origin: str = ""


class Results:
    """The annotations that `items` say, with the reviewer and the status, where they say these.

    `errors` are on what was left out, or kept otherwise. `origin` is which program made all of it,
    or empty. Raises FieldError where a result is not as Label Studio has it.
    """

    def __init__(self, items: list[Json], text: str, path: str, origin: str = "") -> None:
        self.errors: list[AnnotatorError] = []
        self.reviewer: str | None = None
        self.status: Status | None = None
        self._text = text
        self._origin = origin
        self._drafts: list[_Draft] = []
        self._regions: dict[str, list[_Draft]] = defaultdict(list)
        """What each region is: an annotation for each of its labels."""
        self._clusters: dict[str, list[str]] = defaultdict(list)
        self._numbers = {kind: count(1) for kind in Kind}
        results = [Result(value, f"{path}[{number}]") for number, value in enumerate(items)]
        self._taken = {each.id for each in results}
        labelled = [each for each in results if each.is_labelled]
        marked = [each for each in labelled if self._is_in_text(each)]
        self._mark(marked)
        missing = {each.id for each in labelled} - {each.id for each in marked}
        for each in results:
            if not each.is_relation and not each.is_labelled and each.id not in missing:
                self._describe(each)
        for each in results:
            if each.is_relation and not missing & {each.source, each.target}:
                self._relate(each)
        for name, members in self._clusters.items():
            match = _CLUSTER_NAME.fullmatch(name)
            cluster = self._draft(Kind.CLUSTER, match["label"] if match else COREFERENCE)
            cluster.links += (Link(MEMBER, member) for member in members)

    def annotations(self) -> Iterator[Annotation]:
        """Yield the annotations."""
        for rank, each in enumerate(self._drafts):
            yield Annotation(
                each.id, each.kind, each.label, each.fragments, tuple(each.links),
                each.attributes, each.note, each.origin or self._origin, rank,
            )  # fmt: skip

    def _left_out(self, template: str, result: Result) -> None:
        self.errors.append(AnnotatorError(template, result.name))

    def _draft(self, kind: Kind, label: str, id: str = "") -> _Draft:
        ids = (f"{kind.id_prefix}{number}" for number in self._numbers[kind])
        draft = _Draft(id or next(id for id in ids if id not in self._taken), kind, label)
        self._drafts.append(draft)
        return draft

    def _is_in_text(self, result: Result) -> bool:
        """Return whether a region lies in plain text and has a label; else says so."""
        if not result.is_in_text:
            self._left_out(
                "{0} was left out: it is a region of a page or picture, not of plain text.", result
            )
        elif not result.labels:
            self._left_out("{0} was left out: it is a region without a label.", result)
        return result.is_in_text and bool(result.labels)

    def _mark(self, results: list[Result]) -> None:
        convert = self._converter(results)
        for each in results:
            kind = Kind.EVENT if marks_events(each.control) else Kind.ENTITY
            stretch = Fragment(convert(each.start), convert(each.end))
            rest = each.meta()
            fragments = _fragments(rest.get("fragments"), stretch)
            if fragments:
                del rest["fragments"]
            note = _note(rest.pop("text", None))
            origin = rest.pop("origin", None)
            made_by = origin if isinstance(origin, str) else each.origin
            drafts = self._regions[each.id]
            if len(drafts) + len(each.labels) > _MOST_LABELS:
                self._left_out("{0} was left out: its region has too many labels.", each)
                continue
            for label in each.labels:
                is_first = not drafts
                draft = self._draft(kind, label, each.id if is_first and each.has_id else "")
                draft.fragments = fragments or (stretch,)
                draft.note, draft.origin = note, made_by
                draft.attributes |= attributes_of({**each.rest(), **rest})
                drafts.append(draft)

    def _converter(self, results: list[Result]) -> Callable[[int], int]:
        """Return what makes code points of the offsets of `results`, which their words tell."""
        told = [each for each in results if each.words is not None]
        misfits = [each for each in told if not each.fits(self._text, int)]
        if not misfits:
            return int
        units = _units(self._text)
        if all(each.fits(self._text, units.from_utf16) for each in told):
            remark = Remark(
                "The offsets count UTF-16 units, as those of Label Studio's first versions."
            )
            self.errors.append(remark)
            return units.from_utf16
        for each in misfits:
            name = f"{each.name}.value.text"
            self.errors.append(
                Remark("{0} is not what stands at its offsets, which were kept.", name)
            )
        return int

    def _describe(self, result: Result) -> None:
        value = result.said()
        if value is None:
            self._left_out("{0} was left out: its value is missing.", result)
        elif drafts := self._regions.get(result.id):
            self._describe_region(result, value, drafts)
        elif result.is_on_region:
            self._left_out("{0} was left out: it belongs to no region with a label.", result)
        else:
            self._describe_whole(result, value)

    def _describe_region(self, result: Result, value: Json, drafts: list[_Draft]) -> None:
        texts = [str(each) for each in value] if isinstance(value, list) else []
        if result.control == CLUSTER and result.type == "textarea":
            for name in texts:
                self._clusters[name].append(drafts[0].id)
            return
        name = attribute_of(result.control, result.type)
        if name in drafts[0].attributes:
            name = f"{name} ({result.type})"
        if name in drafts[0].attributes:
            self._left_out("{0} was left out: its region has such a value already.", result)
            return
        for draft in drafts:
            draft.attributes[name] = _attribute(value, result.type)

    def _describe_whole(self, result: Result, value: Json) -> None:
        """Take a result on the whole article: its reviewer, its status, labels, or a remark."""
        chosen = _paths(value) if result.type in ("choices", "taxonomy") else []
        if result.control == REVIEWER and result.type == "textarea":
            name = str(_attribute(value, result.type))
            self.reviewer = name if name.strip() else None
        elif result.control == STATUS and len(chosen) == 1 and chosen[0] in tuple(Status):
            self.status = Status(chosen[0])
        elif chosen:
            for label in filter(None, chosen):
                draft = self._draft(Kind.DOCUMENT, label)
                if result.control not in (DOCUMENT, ""):
                    draft.attributes[CONTROL] = result.control
                draft.attributes |= attributes_of(result.rest())
        else:
            draft = self._draft(Kind.DOCUMENT, result.control or result.type)
            found = _attribute(value, result.type)
            if isinstance(found, str):
                draft.note = found
            else:
                draft.attributes[result.type] = found

    def _relate(self, result: Result) -> None:
        """Take a relation: an argument where it leads from an event rightwards."""
        source, target = self._regions.get(result.source), self._regions.get(result.target)
        if not source or not target:
            self._left_out("{0} was left out: it leads to no region with a label.", result)
            return
        first, last = source[0], target[0]
        labels = result.labels or [UNNAMED]
        name, both = BOTH_WAYS
        if result.direction == "right" and first.kind is Kind.EVENT and first is not last:
            first.links += (Link(label, last.id) for label in labels)
            return
        if result.direction == "left":
            first, last = last, first
        for label in labels:
            draft = self._draft(Kind.RELATION, label)
            draft.links += (Link(FROM, first.id), Link(TO, last.id))
            draft.attributes |= attributes_of(result.rest())
            if result.direction == both:
                draft.attributes[name] = both


@lru_cache(maxsize=1)
def _units(text: str) -> Utf16Offsets:
    """Return the UTF-16 units of a text, of which a task may have many annotations."""
    return Utf16Offsets(text)


def _note(value: Json) -> str:
    return "\n".join(map(str, value)) if isinstance(value, list) else str(value or "")


def _fragments(value: Json, stretch: Fragment) -> tuple[Fragment, ...]:
    """Return the fragments that `value` lists, if they are those of `stretch`, else none."""
    found: list[Fragment] = []
    for pair in value if isinstance(value, list) else ():
        match pair:
            case [int(start), int(end)]:
                found.append(Fragment(int(start), int(end)))
            case _:
                return ()
    fits = bool(found) and (found[0].start, found[-1].end) == stretch
    return tuple(found) if fits else ()


def _attribute(value: Json, type: str) -> AttributeValue:
    """Return what was said, as the value of an attribute: several texts become lines, or a list."""
    if isinstance(value, str | bool | int | float):
        return value
    texts = _paths(value)
    if type == "choices" and len(texts) == 1 and texts[0] in _FLAGS:
        return _FLAGS[texts[0]]
    return "\n".join(texts) if type == "textarea" else ", ".join(texts)


def _paths(value: Json) -> list[str]:
    """Return what was chosen: a text each, or the way to it in a taxonomy."""
    return [
        "/".join(map(_text, each)) if isinstance(each, list) else _text(each)
        for each in (value if isinstance(value, list) else [value])
    ]


def _text(value: Json) -> str:
    return value if isinstance(value, str) else json.dumps(value)
