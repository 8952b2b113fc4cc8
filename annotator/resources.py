"""The files that the program reads and never writes: icons, tagsets, translations, seeds."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent


def resource(name: str) -> Path:
    """Return the path of the resource `name` (`tagsets/ace-2005.toml`), which need not exist.

    Installed, resources lie inside the package; in a checkout they are the folder `resources/`
    beside it, and `seeds` is a folder of its own there.
    """
    installed = _PACKAGE / "resources"
    if installed.is_dir():
        return installed / name
    if name.split("/", 1)[0] == "seeds":
        return _CHECKOUT / name
    return _CHECKOUT / "resources" / name
