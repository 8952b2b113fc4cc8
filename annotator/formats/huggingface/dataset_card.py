"""The card of a data set on Hugging Face: a README.md that begins with what programs read of it.

https://huggingface.co/docs/hub/datasets-cards, and for the features the form that the library
`datasets` writes and reads.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from annotator.formats.huggingface.dataset_rows import FEATURES, Feature
from annotator.formats.huggingface.dataset_split import ALIKE, SEED
from annotator.model.tagset import Tagset

_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
_MOST_LABELS = 300
_UNNAMED = "Annotated articles"

_CARD = """---
{head}
---

# {title}

Written by Annotator. **Name a licence above, and say whose texts these are, before you publish
this.**

```python
from datasets import load_dataset
data = load_dataset("path/to/this/folder")
```

## Splits

{splits}

Articles were dealt out with the seed {seed}, so that each split has its share of every label.
Articles that have {alike:.0%} or more of their runs of five syllables in common are in one split.

## Columns

A row is the layer of one reviewer on one article. Offsets are Unicode code points of `text`, end
exclusive: in Python `text[start:end]`. `metadata` and `attributes` are objects in JSON. `arguments`
and `members` name other annotations of the row by their `id`. `reviewer` is null where an article
has no layer.

## Labels

{labels}
"""


@dataclass(slots=True)
class SplitCount:
    """What a split has, in the file `path`; labels by kind and name, bytes in Arrow and Parquet."""

    name: str
    path: str
    articles: int = 0
    rows: int = 0
    bytes_unpacked: int = 0
    bytes_packed: int = 0
    labels: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])


def card(tagset: Tagset, splits: list[SplitCount]) -> str:
    """Return the content of README.md for `splits`."""
    return _CARD.format(
        head="\n".join(_head(tagset, splits)),
        title=_shown(tagset.name or _UNNAMED),
        splits="\n".join(_splits(splits)),
        seed=SEED,
        alike=ALIKE,
        labels="\n".join(_labels(splits)),
    )


def _head(tagset: Tagset, splits: list[SplitCount]) -> Iterator[str]:
    yield f"pretty_name: {_quoted(tagset.name or _UNNAMED)}"
    if tagset.language:
        yield "language:"
        yield f"- {_quoted(tagset.language)}"
    yield "license: unknown"
    yield "task_categories:"
    yield "- token-classification"
    yield "size_categories:"
    yield f"- {_size(sum(split.rows for split in splits))}"
    yield "configs:"
    yield "- config_name: default"
    yield "  data_files:"
    for split in splits:
        yield f"  - split: {split.name}"
        yield f"    path: {split.path}"
    yield "dataset_info:"
    yield "  features:"
    yield from (f"  {line}" for line in _features(FEATURES))
    yield "  splits:"
    for split in splits:
        yield f"  - name: {split.name}"
        yield f"    num_bytes: {split.bytes_unpacked}"
        yield f"    num_examples: {split.rows}"
    yield f"  download_size: {sum(split.bytes_packed for split in splits)}"
    yield f"  dataset_size: {sum(split.bytes_unpacked for split in splits)}"


def _features(features: Mapping[str, Feature]) -> Iterator[str]:
    for name, feature in features.items():
        yield f"- name: {name}"
        if isinstance(feature, str):
            yield f"  dtype: {feature}"
        elif isinstance(feature, Sequence):
            yield from (f"  {line}" for line in _list(feature[0]))


def _list(inner: Feature) -> Iterator[str]:
    if isinstance(inner, Mapping):
        yield "list:"
        yield from _features(inner)
    else:
        yield f"list: {inner}"


def _splits(splits: list[SplitCount]) -> Iterator[str]:
    yield "| split | articles | rows | annotations |"
    yield "| --- | --: | --: | --: |"
    for each in splits:
        yield f"| {each.name} | {each.articles} | {each.rows} | {each.labels.total()} |"


def _labels(splits: list[SplitCount]) -> Iterator[str]:
    known = sorted({label for split in splits for label in split.labels})
    yield f"| kind | label | {' | '.join(split.name for split in splits)} |"
    yield f"| --- | --- | {' | '.join('--:' for _ in splits)} |"
    for kind, label in known[:_MOST_LABELS]:
        counts = " | ".join(str(split.labels[kind, label]) for split in splits)
        yield f"| {kind} | {_shown(label)} | {counts} |"
    if len(known) > _MOST_LABELS:
        yield ""
        yield f"And {len(known) - _MOST_LABELS} labels more."


def _size(rows: int) -> str:
    return next((name for limit, name in _SIZES if rows < limit), "1M<n<10M")


def _quoted(text: str) -> str:
    """Return `text` as a string of YAML."""
    escaped = (each if _is_plain(each) else f"\\U{ord(each):08X}" for each in text)
    return f'"{"".join(escaped)}"'


def _is_plain(character: str) -> bool:
    return character.isprintable() and character not in '"\\'


def _shown(text: str) -> str:
    """Return `text` on one line, and so that Markdown and HTML have no meaning in it."""
    line = " ".join(text.split())
    return "".join(f"&#{ord(each)};" if each in "\\`*_{}[]<>#|&!$~" else each for each in line)
