"""Asked to end, the program ends: nothing is lost and nobody is left as holder of the file."""

import signal

import pytest

from annotator.project import Project
from bench.program import Home
from bench.scenes import seed_project


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_closes_the_program(person: Home, asked: signal.Signals) -> None:
    project = seed_project(person)
    with person.start(project) as program:
        program.wait("ready")
        person.display.press("1")
        shown = program.wait("painted")["edit"]
        program.process.send_signal(asked)
        assert program.ended() == 0, program.complaints()
    opened = Project.open(project)
    try:
        assert not opened.read_only
        articles = [row.id for row in opened.articles()]
        kept = {entry.number for id in articles for entry in opened.history(id, "lan")}
        assert shown in kept
    finally:
        opened.close()
