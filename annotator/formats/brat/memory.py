"""What a brat file had that annotations don't say: kept in the article's metadata, at `brat`.

So a file goes out as it came in. Nothing here is needed to write one; where annotations were
changed since, what no longer fits is passed by.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.model.annotation import Annotation, Fragment
from annotator.model.article import Article, Json

KEY = "brat"


class StatedText(NamedTuple):
    """The text that a file gives fragments, which is not what stands there."""

    text: str
    fragments: tuple[Fragment, ...]


@dataclass(frozen=True, slots=True)
class Memory:
    """What is kept, by the ids of annotations.

    `offsets` is how the file counts them (`brat_offsets.KEPT`), `suffix` what the names of roles
    end in. `arguments` are those of events whose names are not numbered as brat does, or that lead
    nowhere; `triggers` ids of triggers that are not shared, or annotations themselves; `modified`
    the flags that `M` lines gave; `lines` what no annotation holds.
    """

    offsets: str = ""
    suffix: str = ""
    arguments: Mapping[str, str] = field(default_factory=dict[str, str])
    triggers: Mapping[str, str] = field(default_factory=dict[str, str])
    modified: Mapping[str, list[str]] = field(default_factory=dict[str, list[str]])
    texts: Mapping[str, StatedText] = field(default_factory=dict[str, StatedText])
    lines: tuple[str, ...] = ()

    def metadata(self) -> dict[str, Json]:
        """Return what goes into an article's metadata: nothing, if there is nothing to keep."""
        kept: dict[str, Json] = {
            "offsets": self.offsets,
            "suffix": self.suffix,
            "arguments": dict(self.arguments),
            "triggers": dict(self.triggers),
            "modified": {id: list[Json](names) for id, names in self.modified.items()},
            "texts": {id: _texts_json(each) for id, each in self.texts.items()},
            "lines": list(self.lines),
        }
        kept = {key: value for key, value in kept.items() if value}
        return {KEY: kept} if kept else {}

    def text_of(self, annotation: Annotation) -> str:
        """Return the text that the file gave an annotation, or nothing if that has moved since."""
        stated = self.texts.get(annotation.id)
        return stated.text if stated and stated.fragments == annotation.fragments else ""


def memory_of(article: Article) -> Memory:
    """Return what is kept of an article; what is not of the form it is written in is passed by."""
    kept = article.metadata.get(KEY)
    if not isinstance(kept, dict):
        return Memory()
    texts = ((id, _stated_text(value)) for id, value in _items(kept, "texts"))
    modified = (
        (id, [str(each) for each in _list(value)]) for id, value in _items(kept, "modified")
    )
    lines = (str(line) for line in _list(kept.get("lines")))
    return Memory(
        offsets=str(kept.get("offsets") or ""),
        suffix=str(kept.get("suffix") or ""),
        arguments={id: str(value) for id, value in _items(kept, "arguments")},
        triggers={id: str(value) for id, value in _items(kept, "triggers")},
        modified=dict(modified),
        texts={id: text for id, text in texts if text},
        lines=tuple(line for line in lines if "\n" not in line and "\r" not in line),
    )


def _texts_json(stated: StatedText) -> Json:
    return {"text": stated.text, "fragments": [[start, end] for start, end in stated.fragments]}


def _stated_text(value: Json) -> StatedText | None:
    if not isinstance(value, dict):
        return None
    fragments = tuple(_fragments(_list(value.get("fragments"))))
    text = str(value.get("text") or "")
    return None if "\n" in text or "\r" in text else StatedText(text, fragments)


def _fragments(values: list[Json]) -> Iterable[Fragment]:
    for value in values:
        match value:
            case [int(start), int(end)]:
                yield Fragment(start, end)
            case _:
                pass


def _items(kept: dict[str, Json], key: str) -> Iterable[tuple[str, Json]]:
    value = kept.get(key)
    return value.items() if isinstance(value, dict) else ()


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []
