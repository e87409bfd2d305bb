"""Another program's clipboard: offers what it is told, reads what there is."""

import json
import sys

from PySide6.QtCore import QMimeData, QSocketNotifier, QUrl
from PySide6.QtGui import QClipboard, QColor, QGuiApplication, QImage, QWindow

from assist.desktop.server_time import ServerTime


def offer(clipboard, what):
    # A program in use takes the clipboard with the time of a key just pressed.
    ServerTime().fetch()
    mime = QMimeData()
    if "text" in what:
        mime.setText(what["text"])
    if "html" in what:
        mime.setHtml(what["html"])
    if "files" in what:
        mime.setUrls([QUrl(url) for url in what["files"]])
    if "image" in what:
        image = QImage(4, 3, QImage.Format.Format_RGB32)
        image.fill(QColor(what["image"]))
        mime.setImageData(image)
    if mime.formats():
        clipboard.setMimeData(mime)
    if "primary" in what:
        clipboard.setText(what["primary"], QClipboard.Mode.Selection)
    return {}


def read(clipboard, _what):
    mime = clipboard.mimeData()
    image = clipboard.image()
    return {
        "text": mime.text(),
        "html": "<b>" in mime.html(),
        "files": [url.toString() for url in mime.urls()],
        "image": "" if image.isNull() else image.pixelColor(0, 0).name(),
        "primary": clipboard.text(QClipboard.Mode.Selection),
        "hint": bytes(mime.data("x-kde-passwordManagerHint").data()).decode(),
    }


def main():
    app = QGuiApplication([])
    window = QWindow()
    window.resize(60, 60)
    window.show()
    clipboard = app.clipboard()

    def asked():
        line = sys.stdin.readline()
        if not line:
            app.quit()
            return
        what = json.loads(line)
        done = {"offer": offer, "read": read}[what["do"]](clipboard, what)
        print(json.dumps(done), flush=True)  # noqa: T201  the test reads it

    notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
    notifier.activated.connect(asked)
    app.exec()


main()
