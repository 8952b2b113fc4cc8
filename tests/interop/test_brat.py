"""What is written is what brat reads: its demands on lines, restated here from its pages.

brat is a server without a package to install, and no library reads its files. So the rules by which
it refuses a line are written down once more, apart from our own reader, by brat.nlplab.org/
standoff.html and configuration.html, version 1.3.
"""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from annotator.formats.format import Parcel
from annotator.formats.tagset_files import tagset_text
from annotator.formats.writing import write
from annotator.presets import preset, preset_names
from tests.formats.round_trip import folder
from tests.formats.strategies import parcels

NAME = r"[^\s]+"
STRETCH = r"\d+ \d+"
MACROS = {
    *("ANY", "ENTITY", "RELATION", "EVENT", "NONE", "EMPTY", "REL-TYPE", "URL", "URLBASE"),
    *("GLYPH-POS", "DEFAULT", "NORM", "OVERLAP", "OVL-TYPE", "INHERIT"),
}


def refused(text: str, ann: str) -> list[str]:
    """Return the lines of an `.ann` that brat would not take."""
    lines = [line.split("\t", 1) for line in ann.split("\n")[:-1]]
    said = {line[0]: line[1] for line in lines if len(line) == 2}
    wrong = [line for line in lines if len(line) != 2 or not takes(text, line[0], line[1], said)]
    ids = [id for id, *_ in lines if id != "*"]
    return ["\t".join(line) for line in wrong] + sorted({id for id in ids if ids.count(id) > 1})


def takes(text: str, id: str, body: str, said: dict[str, str]) -> bool:
    data, _, tail = body.partition("\t")
    words = data.split(" ")
    match id[0]:
        case "T":
            return takes_stretches(text, data, tail)
        case "E":
            trigger, *arguments = words
            label, _, mark = trigger.rpartition(":")
            if label:
                return said[mark].startswith(f"{label} ") and all_there(arguments, said)
            return all_there(arguments, said)  # BioNLP's form, without a trigger
        case "R":
            roles = [word.rpartition(":")[0] for word in words[1:]]
            return len(set(roles)) == len(roles) == 2 and all_there(words[1:], said)
        case "*":
            return all(target in said for target in words[1:])
        case _:
            return says(id, data) in said


def says(id: str, data: str) -> str:
    """Return the id of the annotation that an `A`, `M`, `N` or `#` line is about."""
    forms = {
        "A": rf"{NAME} ({NAME})(?: .+)?",
        "M": rf"{NAME} ({NAME})",
        "N": rf"Reference ({NAME}) {NAME}?:{NAME}",
        "#": rf"{NAME} ({NAME})",
    }
    match = re.fullmatch(forms.get(id[0], ""), data)
    return match[1] if match else ""


def takes_stretches(text: str, data: str, tail: str) -> bool:
    match = re.fullmatch(rf"({NAME}) ({STRETCH}(?:;{STRETCH})*)", data)
    if not match:
        return False
    spans = [tuple(map(int, each.split(" "))) for each in match[2].split(";")]
    inside = all(0 <= start < end <= len(text) for start, end in spans)
    apart = all(before[1] <= after[0] for before, after in pairwise(spans))
    stands = " ".join(text[start:end] for start, end in spans)
    return inside and apart and tail == re.sub(r"[\r\n]", " ", stands)


def all_there(arguments: list[str], said: dict[str, str]) -> bool:
    return all(re.fullmatch(rf"{NAME}:[TER]\d+", each) for each in arguments if each) and all(
        each.rpartition(":")[2] in said for each in arguments if each
    )


def misunderstood(conf: str) -> list[str]:
    """Return the lines of an `annotation.conf` that brat would not understand."""
    wrong: list[str] = []
    depth = 0
    section = ""
    seen: set[str] = set()
    for line in conf.split("\n")[:-1]:
        indent = len(line) - len(line.lstrip("\t"))
        if heading := re.fullmatch(r"\[(\w+)\]", line):
            section, depth = heading[1], -1
            seen.add(section)
        elif line.strip():
            term, _, rest = line.lstrip("\t").partition("\t")
            arguments = [each.strip() for each in rest.split(",") if each.strip()]
            fits = indent <= depth + 1 and not re.search(r"\s", term)
            fits &= all(re.fullmatch(r"[^\s:]+:\S+", each) for each in arguments)
            fits &= set(re.findall("<(.*?)>", line)) <= MACROS
            fits &= all(repeats(each) for each in arguments if not each.startswith("<"))
            wrong += [] if fits else [line]
            depth = indent
    return wrong + sorted({"entities", "relations", "events", "attributes"} - seen)


def repeats(argument: str) -> bool:
    """Return whether brat knows how often an argument may be given."""
    match = re.fullmatch(
        r"(.+?)(\?|\*|\+|\{(\d+)(?:-(\d+))?\}|)", argument.split(":", maxsplit=1)[0]
    )
    if not match:
        return False
    least, most = int(match[3] or 1), int(match[4] or match[3] or 1)
    many = match[2] in ("*", "+") or most > 1
    return least <= most > 0 and not (many and match[1][-1].isdigit())


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40)
@given(parcels())
def test_brat_takes_every_line(written: list[Parcel]) -> None:
    with folder() as place:
        write(written, place / "out", "brat")
        for path in (place / "out").rglob("*.ann"):
            text = path.with_suffix(".txt").read_bytes().decode()
            assert refused(text, path.read_bytes().decode()) == []
        assert misunderstood((place / "out" / "annotation.conf").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", preset_names())
def test_brat_understands_the_configuration(name: str) -> None:
    assert misunderstood(tagset_text(preset(name), "brat")) == []


def test_the_rules_refuse_something(tmp_path: Path) -> None:
    lines = (
        *("T1\tA 0 1\t0", "T1\tA 0 1\t1", "T2\tA 0 1;0 2\t0 01", "E1\tB:T1 X:T1", "E2\tA:T1 X:T9"),
        *("R1\tX Arg1:T1\t", "A1\tX T9", "N1\tReference T1 x\t", "#1\tX\tx", "*\tEquiv T9", "x"),
    )
    assert refused("012", "".join(f"{line}\n" for line in lines)) == [*lines[1:], "T1"]
    assert refused("012", "T1\tA 0 1\t0\nA1\tX T1 y z\n*\tEquiv T1 T1\n") == []
    conf = "[entities]\nA\n\t\tB\n[events]\nA\tX2*:<ANY>, Y\nB\tX:<Z>\n"
    assert misunderstood(conf) == [
        *("\t\tB", "A\tX2*:<ANY>, Y", "B\tX:<Z>", "attributes", "relations"),
    ]
