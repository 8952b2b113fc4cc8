"""Which keys call which action: those of the table, unless a person chose others."""

from annotator.ui.actions import Action, table
from annotator.ui.settings import SHORTCUTS, Settings


def keys_of(action: Action, settings: Settings) -> tuple[str, ...]:
    """Return the key sequences of an action, the one that is shown first."""
    chosen = settings[SHORTCUTS].get(action.id)
    if isinstance(chosen, list) and all(isinstance(each, str) for each in chosen):
        return tuple(chosen)
    return action.keys


def holder_of(keys: str, settings: Settings, besides: Action) -> Action | None:
    """Return the action other than `besides` that has the key sequence `keys`, or None."""
    others = (each for each in table() if each is not besides)
    return next((each for each in others if keys in keys_of(each, settings)), None)


def assign(action: Action, keys: tuple[str, ...], settings: Settings) -> None:
    """Give `action` other keys, and take them from the actions that had them."""
    chosen = dict(settings[SHORTCUTS])
    for each in table():
        kept = tuple(key for key in keys_of(each, settings) if key not in keys)
        if each is not action and kept != keys_of(each, settings):
            chosen[each.id] = list(kept)
    chosen[action.id] = list(keys)
    settings[SHORTCUTS] = {id: held for id, held in chosen.items() if not _usual(id, held)}


def restore(settings: Settings) -> None:
    """Give every action the keys of the table."""
    settings[SHORTCUTS] = {}


def _usual(id: str, keys: object) -> bool:
    return any(each.id == id and list(each.keys) == keys for each in table())
