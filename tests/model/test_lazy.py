"""An attribute is made once, and no thread waits for what another makes of another object."""

import threading

from annotator.model.lazy import lazy


class Thing:
    """Makes its number when it is asked for, once `go_on` is set."""

    def __init__(self, go_on: threading.Event) -> None:
        self.go_on = go_on
        self.begun = threading.Event()
        self.made = 0

    @lazy
    def number(self) -> int:
        """The number."""
        self.begun.set()
        assert self.go_on.wait(60)
        self.made += 1
        return 7


def test_it_is_made_once() -> None:
    open_way = threading.Event()
    open_way.set()
    thing = Thing(open_way)
    assert "number" not in vars(thing)
    assert thing.number == thing.number == 7
    assert thing.made == 1


def test_another_object_does_not_wait() -> None:
    open_way = threading.Event()
    slow, quick = Thing(threading.Event()), Thing(open_way)
    thread = threading.Thread(target=lambda: slow.number, daemon=True)
    thread.start()
    assert slow.begun.wait(60)
    open_way.set()
    assert quick.number == 7
    slow.go_on.set()
    thread.join(60)
    assert slow.made == 1
