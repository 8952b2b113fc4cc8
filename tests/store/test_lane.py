"""Whose turn it is to write."""

from threading import Event, Thread

from annotator.store.lane import Lane


def test_turns_are_taken_one_at_a_time_in_the_order_they_were_asked_for() -> None:
    lane, begun, order = Lane(), Event(), list[str]()

    def second() -> None:
        begun.set()
        with lane.turn():
            order.append("second")

    other = Thread(target=second)
    with lane.turn():
        other.start()
        begun.wait()
        while not lane.awaited:
            pass
        order.append("first")
    with lane.turn():
        order.append("third")
    other.join()
    assert not lane.awaited
    assert order == ["first", "second", "third"]


def test_a_turn_that_fails_lets_the_next_one_pass() -> None:
    lane = Lane()
    try:
        with lane.turn():
            raise KeyError
    except KeyError:
        pass
    with lane.turn():
        pass
