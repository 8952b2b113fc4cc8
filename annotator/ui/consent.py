"""Which programs may be asked for suggestions on this machine: those that were allowed here."""

from dataclasses import replace

from annotator.suggest.settings import Settings
from annotator.ui.settings import PROGRAMS
from annotator.ui.settings import Settings as Wishes


def consented(settings: Settings, wishes: Wishes) -> Settings:
    """Return `settings` with those programs on that were switched on on this machine.

    A project that came from elsewhere starts nothing, and sends no text anywhere, by itself.
    """
    allowed = wishes[PROGRAMS]
    on = (name for name in settings.outside_on if settings.outside.get(name) in allowed)
    return replace(settings, outside_on=frozenset(on))


def consent(settings: Settings, wishes: Wishes) -> None:
    """Remember that the programs that `settings` switch on may be asked on this machine."""
    on = {settings.outside[name] for name in settings.outside_on if name in settings.outside}
    if not on <= set(wishes[PROGRAMS]):
        wishes[PROGRAMS] = sorted({*wishes[PROGRAMS], *on})
