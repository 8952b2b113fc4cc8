"""The whole way without a mouse: from a fresh start to an exported file."""

import json

from annotator.model.annotation import Kind
from annotator.model.problems import problems
from annotator.project import Project
from bench.program import Home

ARTICLE = "made-up-2-trom-xe-may"


def test_from_a_fresh_start_to_an_exported_file(person: Home) -> None:
    out = person.folder / "news.jsonl"
    keyboard = person.display
    with person.start() as program:
        program.wait("focus", name="Name")
        keyboard.press("ctrl+a")
        keyboard.type("lan")
        keyboard.press("Return")
        program.wait("dialog", name="Tour", open=True)
        program.wait("focus")
        keyboard.press("Escape")
        program.wait("focus", name="Article")

        keyboard.press("alt+Down")
        program.wait("opened", article=ARTICLE)
        for key in ("shift+ctrl+Right", "1"):  # the first word: a person
            keyboard.press(key)
        tagged = program.until("edit", lambda heard: heard.get("edit", 0) > 0)["edit"]
        for key in ("ctrl+Right", "shift+ctrl+Right", "a"):  # the third: an appointment
            keyboard.press(key)
        program.wait("painted", edit=tagged + 1)

        keyboard.press("Return")
        program.wait("focus", name="Fill which role?")
        keyboard.type("Person")
        keyboard.press("Return")
        program.wait("focus", name="Article")
        keyboard.press("a")  # the letter on the only mention that may fill it
        program.wait("painted", edit=tagged + 2)
        keyboard.press("ctrl+3")
        program.wait("painted", edit=tagged + 3)

        keyboard.press("ctrl+l")
        program.wait("focus", name="Filter articles")
        keyboard.press("ctrl+e")
        program.wait("focus", name="File")
        keyboard.press("ctrl+a")
        keyboard.type(str(out))
        keyboard.press("Return")
        program.wait("exported", path=str(out))
        keyboard.press("ctrl+q")
        assert program.ended() == 0, program.complaints()

    exported = {each["id"]: each for each in map(json.loads, out.read_text("utf-8").splitlines())}
    work = exported[ARTICLE]
    assert (work["reviewer"], work["status"]) == ("lan", "done")
    assert [each["label"] for each in work["entities"]] == ["PER"]
    assert [each["label"] for each in work["events"]] == ["Appointment"]
    filled = {each["role"]: each["target"] for each in work["events"][0]["arguments"]}
    assert filled == {"Person": work["entities"][0]["id"]}
    assert all(each["text"] == each["text"].strip() for each in work["entities"] + work["events"])

    project = Project.open(next(person.folder.rglob("*.anno")))
    try:
        layer = project.layer(ARTICLE, "lan")
        assert len(layer.of_kind(Kind.EVENT)) == 1
        assert problems(project.tagset, layer) == []
    finally:
        project.close()
