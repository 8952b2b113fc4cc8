"""Who has a project file open: the lock of the one that writes, and programs beside it."""

import getpass
import json
import os
import platform
import stat
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from annotator.model.message import Message, message


class WriteLock:
    """The right to write a project, held by one process at a time.

    The lock is a file beside the project, `NAME.anno.lock`, locked by the system: it is released
    when the process ends, however it ends. The file says who holds it, and stays.
    """

    def __init__(self, path: Path) -> None:
        self._file = path.with_name(path.name + ".lock")
        self._project = path
        self._lock = FileLock(
            self._file, thread_local=False, fallback_to_soft=False, on_acquired=self._sign
        )

    def acquire(self) -> bool:
        """Return whether the lock is now this process's: it is not where another one holds it.

        Raises OSError where the lock file can't be made or written.
        """
        try:
            self._lock.acquire(blocking=False)
        except Timeout:
            return False
        return True

    def release(self) -> None:
        """Let another process write."""
        self._lock.release()

    def holder(self) -> Message | None:
        """Return who signed the lock file last ("lan on host, since 14:02"), or None."""
        try:
            name, host, since = json.loads(self._file.read_text("utf-8"))
        except (OSError, ValueError, TypeError):
            return None
        return message("{0} on {1}, since {2}", name, host, since)

    def _sign(self, descriptor: int) -> None:
        since = datetime.now().astimezone().strftime("%H:%M")
        signature = (user_name(), platform.node(), since)
        with suppress(OSError):  # on a full disk the lock holds all the same
            os.ftruncate(descriptor, 0)
            os.lseek(descriptor, 0, os.SEEK_SET)
            os.write(descriptor, json.dumps(signature).encode())
        with suppress(OSError):  # of another account, or of a project that is still to be made
            # Whoever may write the project needs the lock.
            self._file.chmod(stat.S_IMODE(self._project.stat().st_mode) & _READ_AND_WRITE)


_READ_AND_WRITE = 0o666


def user_name() -> str:
    """Return the name of the account, or "someone" where it has none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an account without a name
        return "someone"


def program_using(path: Path) -> str:
    """Return the program that keeps a lock on the database `path` ("sqlite3 (process 71)"), or "".

    Linux alone tells: /proc/locks lists the locks by inode, see proc_locks(5).
    """
    inodes: set[str] = set()
    for each in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        if each.exists():
            inodes.add(str(each.stat().st_ino))
    try:
        locks = Path("/proc/locks").read_text("ascii").splitlines()
    except OSError:
        return ""
    for line in locks:
        _, *_, kind, process, place, _, _ = line.split()
        if kind == "WRITE" and place.rpartition(":")[2] in inodes and process != str(os.getpid()):
            return f"{_name_of(process)} (process {process})"
    return ""


def _name_of(process: str) -> str:
    try:
        return Path(f"/proc/{process}/comm").read_text("utf-8").strip()
    except OSError:
        return "a program"
