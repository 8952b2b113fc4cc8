"""A simulated person tags made-up articles in a real window; counted is what a person would."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator import processes
from annotator.model import edits
from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article
from annotator.project import Project
from annotator.ui.app import application
from bench import human_window
from bench.figures import Figure
from bench.gold import Gold, all_suggesters, new_project, only_fillers, read_gold, tagset_for
from bench.human import NAMES, Asked, VoidError, figures, human
from bench.human_window import Worked, work_through
from bench.passes import PASSES
from bench.strategy import Person
from bench.strategy import VoidError as VoidTagging
from bench.typist import Typist
from tests.ui.window.driving import started

pytestmark = pytest.mark.usefixtures("qapp")
PEOPLE = ("An", "Bình", "Cường", "Dung", "Giang", "Hùng")
PLACES = ("Huế", "Vinh", "Pleiku", "Hội", "Sa", "Đồng")


@pytest.fixture(scope="session")
def qapp_cls() -> object:
    return lambda _args: application()


def at(text: str, *words: str, nth: int = 0) -> tuple[Fragment, ...]:
    found: list[Fragment] = []
    for each in words:
        start = -1
        for _ in range(nth + 1):
            start = text.index(each, start + 1)
        found.append(Fragment(start, start + len(each)))
    return tuple(found)


def entity(id: str, label: str, fragments: tuple[Fragment, ...]) -> Annotation:
    return Annotation(id, Kind.ENTITY, label, fragments)


def event(id: str, label: str, fragments: tuple[Fragment, ...], *links: Link) -> Annotation:
    return Annotation(id, Kind.EVENT, label, fragments, links)


def meeting(number: int) -> Gold:
    """Return an article in which someone meets somewhere."""
    name, place = PEOPLE[number % 6], PLACES[number % 5]
    text = f"Ông {name} họp ở {place} hôm nay.\nBà Mai vắng.\n"
    annotations = (
        entity("T1", "PER", at(text, name)),
        entity("T2", "LOC", at(text, place)),
        event("E1", "Meeting", at(text, "họp"), Link("Chair", "T1"), Link("Place", "T2")),
    )
    return Gold(Article(f"m{number}", text, {}), annotations)


def run(golds: Sequence[Gold], folder: Path, *without: str) -> list[Worked]:
    folder.mkdir()
    return list(work_through(golds, tagset_for(golds), without, folder))


def acts(worked: Worked, name: str) -> tuple[int, int]:
    """Return (clicks, keys) of a pass."""
    return worked.passes[name].get("clicks", 0), worked.passes[name].get("keys", 0)


def test_by_hand_a_thing_takes_a_drag_and_a_key(tmp_path: Path) -> None:
    (worked,) = run([meeting(0)], tmp_path / "a", *all_suggesters())
    assert acts(worked, "triggers") == (1, 1)
    assert acts(worked, "mentions") == (2, 2)
    assert acts(worked, "arguments") == (2, 2)
    assert worked.passes["mentions"]["travel"] > 0
    assert worked.passes["mentions"]["seen"] == 0


def test_the_same_words_are_tagged_by_one_key(tmp_path: Path) -> None:
    text = "An gặp Bình. An về. An vui.\n"
    ends = [entity(f"T{n}", "PER", at(text, "An", nth=n)) for n in range(3)]
    (worked,) = run([Gold(Article("a", text, {}), tuple(ends))], tmp_path / "a", *all_suggesters())
    assert acts(worked, "mentions") == (1, 2)
    some = Gold(Article("a", text, {}), tuple(ends[:2]))
    (worked,) = run([some], tmp_path / "b", *all_suggesters())
    assert acts(worked, "mentions") == (2, 2), "the third one is not to be tagged"


def test_one_trigger_may_tell_of_several_events(tmp_path: Path) -> None:
    text = "Họ bắt giữ và xét xử.\n"
    labels = ("Arrest", "Attack", "Trial")
    several = tuple(event(f"E{n}", each, at(text, "bắt giữ")) for n, each in enumerate(labels))
    (worked,) = run([Gold(Article("a", text, {}), several)], tmp_path / "a", *all_suggesters())
    assert acts(worked, "triggers") == (3, 3)


def odd() -> Gold:
    """Return parts of words, what is far away or in parts, an event on one, one without trigger."""
    text = "Tỉnh ủy Lạng Sơn họp bàn và ra quyết định bắt giữ ông Thiệu.\n" + "Dòng khác.\n" * 60
    far = text + "Ông Cả ở đây.\n"
    annotations = (
        entity("T1", "ORG", at(far, "Tỉnh ủy Lạng Sơn")),
        entity("T2", "LOC", at(far, "Lạng Sơn")),
        entity("T3", "PER", at(far, "Thiệ")),
        entity("T4", "PER", at(far, "Cả")),
        event("E1", "Meeting", at(far, "họp "), Link("Who", "T1"), Link("Cause", "E2")),
        event("E2", "Arrest", at(far, "ra", "bắt giữ"), Link("Who", "T3"), Link("By", "T1")),
        event("E3", "Arrest", (), Link("Who", "T4"), Link("By", "T1"), Link("By", "T2")),
        event("E4", "Meeting", at(far, "họp "), Link("Who", "T4"), Link("Cause", "T4")),
    )
    return Gold(Article("a", far, {}), annotations)


def test_what_is_odd_is_reached_too(tmp_path: Path) -> None:
    (worked,) = run([odd()], tmp_path / "a", *all_suggesters())
    assert acts(worked, "mentions") == (4, 4)
    assert worked.passes["arguments"]["things"] == 9
    assert worked.passes["arguments"]["turns"] > 0, "one of them is far away"


def test_whoever_has_no_mouse_gets_there_too(tmp_path: Path) -> None:
    golds = [meeting(0), odd()]
    plain, strange = work_through(golds, tagset_for(golds), all_suggesters(), tmp_path, Typist)
    assert [acts(plain, name)[0] for name in PASSES] == [0, 0, 0]
    assert acts(plain, "arguments")[1] == 6, "Return, the role, and a letter"
    assert [strange.passes[name]["things"] for name in PASSES] == [4, 4, 9]


def test_suggestions_save_actions_and_the_result_is_the_same(tmp_path: Path) -> None:
    golds = [meeting(0), meeting(0)._replace(article=meeting(0).article), meeting(5)]
    golds = [
        gold._replace(article=Article(f"a{n}", gold.article.text, {}))
        for n, gold in enumerate(golds)
    ]
    helped = run(golds, tmp_path / "a")
    alone = run(golds, tmp_path / "b", *all_suggesters())
    assert [acts(each, "mentions") for each in alone] == [(2, 2)] * 3
    assert acts(helped[1], "triggers") == (0, 1), "the trigger is known, and accepted"
    assert acts(helped[1], "mentions") == (0, 1), "both mentions are known, and accepted"
    assert helped[1].passes["mentions"]["taken"] == 2
    assert run(golds, tmp_path / "c")[1].passes == helped[1].passes, "it is the same once more"


def test_models_are_trained_and_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(human_window, "SPARSER", 8)
    worked = run([meeting(number) for number in range(10)], tmp_path / "a")
    assert [each.training > 0 for each in worked] == [n == 7 for n in range(10)]
    assert sum(acts(worked[-1], "arguments")) <= 2, "a drag for each, or one key for both"


def test_a_count_is_void_where_something_else_stands(qtbot: QtBot, tmp_path: Path) -> None:
    gold = meeting(0)
    path = tmp_path / "made up.anno"
    new_project(path, [gold], tagset_for([gold]), all_suggesters())
    program = started(qtbot, tmp_path / "settings.json", Project.open(path))
    qtbot.waitUntil(lambda: program.editor.suggestions.source is not None)
    words = at(gold.article.text, "Mai")
    program.editor.apply(lambda layer: edits.add(layer, Kind.ENTITY, "PER", words))
    with pytest.raises(VoidTagging, match="differs from the gold"):
        Person(program).tag(gold.annotations)
    program.end()
    program.deleteLater()


def corpus(folder: Path, annotations: str, text: str = "Ông An họp.\n") -> Path:
    """Return a folder in the form of brat, with one article."""
    folder.mkdir()
    (folder / "a.txt").write_text(text, "utf-8")
    (folder / "a.ann").write_text(annotations, "utf-8")
    return folder


def test_both_runs_are_begun_and_compared(tmp_path: Path) -> None:
    gold = corpus(
        tmp_path / "corpus", "T1\tPER 4 6\tAn\nT2\tMeet 7 10\thọp\nE1\tMeet:T2 Chair:T1\n"
    )
    found = {each.name: each for each in human(Asked(gold, 5, 1, ()))}
    by_hand = Figure("by hand: a mention", 2.0, "actions", bar=2.0, strict=True)
    assert found["by hand: a mention"] == by_hand
    assert found["0-1: an event with its arguments"].baseline == 4.0
    assert only_fillers(read_gold(gold, 1, None))


def test_what_no_gesture_tags_makes_the_count_void(tmp_path: Path) -> None:
    text = "Ông\u200b An họp.\n"  # no pointer tells the sides of what stands before the space
    gold = corpus(tmp_path / "corpus", "T1\tPER 4 7\t An\n", text)
    assert read_gold(gold, 1, None)[0].annotations
    with pytest.raises(VoidError):
        human(Asked(gold, 5, None, ()))


def test_what_no_pointer_comes_to_is_selected_by_keys(tmp_path: Path) -> None:
    text = "\ufeffÔng An\u200b và Bình\u200b họp.\n"
    annotations = (
        entity("T1", "PER", (Fragment(0, 4),)),
        entity("T2", "PER", (Fragment(1, 4),)),
        entity("T3", "PER", at(text, "Ông", "Bình\u200b")),
        entity("T4", "PER", at(text, "An\u200b")),
        event("E1", "Meeting", at(text, "\u200b họp"), Link("Who", "T3")),
    )
    (worked,) = run([Gold(Article("a", text, {}), annotations)], tmp_path / "a", *all_suggesters())
    assert worked.passes["mentions"]["things"] == 4


def test_a_label_is_found_among_more_than_a_list_shows(tmp_path: Path) -> None:
    text = "An họp.\n"
    first = Gold(
        Article("a", text, {}),
        tuple(entity(f"T{n}", f"L{n}", at(text, "An")) for n in range(310)),
    )
    second = Gold(
        Article("b", text, {}),
        (entity("T1", "Người", at(text, "An")), event("E1", "Họp", ())),
    )
    (worked,) = work_through([second], tagset_for([first, second]), all_suggesters(), tmp_path)
    assert acts(worked, "mentions")[0] == 1


def test_labels_high_above_their_line_are_reached(tmp_path: Path) -> None:
    text = " ".join(f"từ{n}" for n in range(40)) + "\n"
    whole = len("từ1 từ2 từ3")
    annotations = [
        entity(f"T{n}", f"L{n}", (Fragment(0, whole + n),))
        for n in range(45)
        if text[whole + n - 1].strip()
    ]
    joined = event(
        "E1", "Meeting", at(text, "từ0"), *(Link("Who", each.id) for each in annotations)
    )
    gold = Gold(Article("a", text, {}), (*annotations, joined))
    (worked,) = run([gold], tmp_path / "a", *all_suggesters())
    assert worked.passes["arguments"]["things"] == len(annotations)


def test_a_training_that_fails_ends_the_run_with_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = sys.executable, "-c", "import sys; sys.exit('no room for numbers')"
    monkeypatch.setattr(processes, "command", lambda _module: program)
    with pytest.raises(VoidTagging, match="no room for numbers"):
        run([meeting(n) for n in range(4)], tmp_path / "a")


def test_bars_stand_where_all_articles_they_speak_of_were_tagged() -> None:
    counts = {
        "things": 10,
        "seen": 10,
        "right": 5,
        "taken": 4,
        "keys": 2,
        "clicks": 1,
        "travel": 90,
    }
    helped = [Worked(dict.fromkeys(("triggers", "mentions", "arguments"), counts), 1.0, 0.5)] * 200
    by_hand = {**counts, "keys": 10, "clicks": 10}
    alone = [Worked(dict.fromkeys(helped[0].passes, by_hand), 1.0, 0.0)] * 200
    found = {each.name: each for each in figures(helped, alone, NAMES)}
    assert found["0-200: a mention"] == Figure(
        "0-200: a mention", 0.3, "actions", 2.0, 0.35, strict=True
    )
    assert found["100-200: a mention"].bar == 0.25
    assert not found["100-200: a mention"].holds
    assert found["0-10: a mention"].bar is None
    assert found["0-200: suggested mentions, recall"].value == 0.4
    assert found["0-200: suggested mentions, precision"].value == 0.5
    assert found["50-100: training"].value == 25.0
    few = {each.name: each for each in figures(helped[:150], alone[:150], NAMES)}
    assert few["0-150: a mention"].bar is None
    assert few["100-150: a mention"].bar is None
