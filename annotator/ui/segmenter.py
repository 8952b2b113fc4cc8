"""The words of the open article, found by another process while one is already at work."""

import orjson
from PySide6.QtCore import QObject, QProcess, QProcessEnvironment

from annotator import processes
from annotator.model.fragments import Fragments
from annotator.ui.editor import Editor


class Segmenter(QObject):
    """Asks a process of its own for the words of each article the editor opens.

    Where the process can't run, words stay unknown, and selecting goes by syllables.
    """

    def __init__(self, editor: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._process = QProcess(self)
        environment = QProcessEnvironment()
        for name, value in processes.environment().items():
            environment.insert(name, value)
        self._process.setProcessEnvironment(environment)
        program, *arguments = processes.command("annotator.language.server")
        self._process.setProgram(program)
        self._process.setArguments(arguments)
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._read)

    def begin(self) -> None:
        """Start the process, and ask for the words of every article opened from now on."""
        self._process.start()
        self._editor.opened.connect(self._ask)
        self._ask()

    def stop(self) -> None:
        """End the process."""
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.closeWriteChannel()
            self._process.kill()
            self._process.waitForFinished()

    def _ask(self) -> None:
        article = self._editor.article
        if article and self._editor.words is None:
            question = {"id": article.id, "text": article.text}
            self._process.write(orjson.dumps(question, option=orjson.OPT_APPEND_NEWLINE))

    def _read(self) -> None:
        while self._process.canReadLine():
            answer = orjson.loads(self._process.readLine().data())
            words, names = (Fragments.from_base64(answer[each]) for each in ("words", "names"))
            self._editor.set_words(answer["id"], words, names)
