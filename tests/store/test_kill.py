"""A process killed at any moment loses no edit that was told to be done, and leaves none half."""

import subprocess
import sys
from pathlib import Path

from tests.store.projects import make_project

ROUNDS = """
import os, random, signal, sys
from itertools import count
from pathlib import Path
from annotator.model import edits
from annotator.model.annotation import Fragment, Kind
from annotator.project import Project

path, rounds = Path(sys.argv[1]), int(sys.argv[2])
chance = random.Random(7)

def work(told):
    project = Project.open(path)
    layer = project.layer("meeting", "lan")
    for number in count():
        if number % 5 == 4:
            entry = project.undo("meeting", "lan")
            layer = project.layer("meeting", "lan")
        else:
            make = chance.choice([
                lambda: edits.add(layer, Kind.ENTITY, "LOC", [Fragment(0, 3)]),
                lambda: edits.add(layer, Kind.EVENT, "Meeting", [Fragment(4, 8), Fragment(9, 10)]),
                lambda: edits.relabel(layer, [each.id for each in layer], f"L{number}"),
                lambda: edits.remove(layer, [each.id for each in layer][:3]),
            ])
            edit = make() if len(layer) else edits.add(layer, Kind.ENTITY, "A", [Fragment(0, 1)])
            layer.apply(edit)
            entry = project.commit(edit, "lan")
        os.write(told, b"%d\\n" % entry.number)

for _ in range(rounds):
    reading, told = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        work(told)
    os.close(told)
    with os.fdopen(reading) as lines:
        numbers = [int(next(lines)) for _ in range(chance.randint(1, 40))]
        os.kill(child, signal.SIGKILL)
        numbers += map(int, lines)
    os.waitpid(child, 0)
    project = Project.open(path)
    assert not project.read_only
    found = {entry.number for entry in project.history("meeting", "lan")}
    assert found.issuperset(numbers), set(numbers) - found
    assert len(found) == max(found) - 2 <= numbers[-1] + 1
    assert project.check() == [], project.check()
    project.close()
    print(len(numbers))
"""


def test_every_edit_that_was_told_is_there_after_sigkill(tmp_path: Path) -> None:
    make_project(tmp_path / "news.anno").close()
    done = subprocess.run(
        [sys.executable, "-c", ROUNDS, tmp_path / "news.anno", "12"],
        cwd=Path(__file__).parents[2], check=False, capture_output=True, text=True, timeout=100,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.split()) == 12
