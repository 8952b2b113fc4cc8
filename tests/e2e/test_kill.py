"""Nothing is lost: what the screen has shown is in the file, whatever happens to the program."""

from bench.kill import kill_rounds
from bench.program import Home
from bench.scenes import seed_project

KILLS = 20
SEED = 14520702


def test_what_was_shown_survives_a_kill_at_any_moment(person: Home) -> None:
    project = seed_project(person)
    shown = 0
    for outcome in kill_rounds(person, project, KILLS, SEED):
        assert outcome.lost == ()
        assert outcome.findings == ()
        shown += outcome.shown
    assert shown > KILLS, "the keys made too few edits to prove anything"
    check = person.command("check", project)
    assert check.returncode == 0, check.stdout + check.stderr
