"""Articles and layers from files into a project that is open in a window.

Another process reads the files and writes what they hold, so that nobody who works in the window
waits for it: Python runs one thread of a process at a time. It writes only in the turns that this
one grants, in which nobody else writes.
"""

from annotator.importing.beside import bring_in
from annotator.importing.wire import Incoming

__all__ = ["Incoming", "bring_in"]
