"""The clipboard and the primary selection, from any thread.

Raw formats cannot simply be copied: owners offer some only on request, and a
copy of all of them lost the text (measured).  So what people copy is kept by
meaning: text, HTML, an image, files.
"""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QClipboard, QGuiApplication, QImage, QImageWriter

from assist.desktop.qt_thread import QtThread
from assist.desktop.server_time import ServerTime
from assist.ports import ClipboardContent

TEXT, HTML, IMAGE, FILES = "text/plain", "text/html", "image/png", "text/uri-list"
PRIMARY_TEXT = "primary:text/plain"

# What history managers look for before they keep a copy.
_DO_NOT_KEEP = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitor'
    'Processing"': b"\x00\x00\x00\x00",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': bytes(4),
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': bytes(4),
}
_CLIPBOARD = QClipboard.Mode.Clipboard
_PRIMARY = QClipboard.Mode.Selection


class QtClipboard:
    """Implements the clipboard port; make it on the Qt thread, call it anywhere."""

    def __init__(self) -> None:
        self._clipboard = QGuiApplication.clipboard()
        self._qt = QtThread()
        self._time = ServerTime()
        self._fetches = 0

    def save(self) -> ClipboardContent:
        """Return what the clipboard and the primary selection hold now.

        Raises:
            BackendError: The Qt thread did not answer.
        """
        return self._qt.call(self._save)

    def put_text(self, text: str) -> None:
        """Offer ``text``, asking history managers not to keep it.

        Raises:
            BackendError: The Qt thread did not answer.
        """
        self._qt.call(lambda: self._put_text(text))

    def restore(self, content: ClipboardContent) -> None:
        """Put back what :meth:`save` returned.

        The primary selection is left alone unless something changed it.

        Raises:
            BackendError: The Qt thread did not answer.
        """
        self._qt.call(lambda: self._restore(content))

    def _save(self) -> ClipboardContent:
        mime = self._clipboard.mimeData(_CLIPBOARD)
        formats: dict[str, bytes] = {}
        if mime.hasText():
            formats[TEXT] = mime.text().encode("utf-8", "surrogatepass")
        if mime.hasHtml():
            formats[HTML] = mime.html().encode("utf-8", "surrogatepass")
        if mime.hasUrls():
            urls = [bytes(url.toEncoded().data()) for url in mime.urls()]
            formats[FILES] = b"\n".join(urls)
        if mime.hasImage():
            formats[IMAGE] = _png(self._clipboard.image(_CLIPBOARD))
        primary = self._primary()
        if primary:
            formats[PRIMARY_TEXT] = primary.encode("utf-8", "surrogatepass")
        return ClipboardContent(formats)

    def fetch_count(self) -> int:
        """Return how often other programs fetched a text that was put here."""
        return self._fetches

    def _put_text(self, text: str) -> None:
        self._time.fetch()
        self._clipboard.setMimeData(_Offer(text, self._count_fetch), _CLIPBOARD)

    def _count_fetch(self) -> None:
        self._fetches += 1

    def _restore(self, content: ClipboardContent) -> None:
        self._time.fetch()
        formats = dict(content.formats)
        before = formats.pop(PRIMARY_TEXT, b"").decode("utf-8", "surrogatepass")
        if formats:
            self._clipboard.setMimeData(_mime(formats), _CLIPBOARD)
        else:
            self._clipboard.clear(_CLIPBOARD)
        if self._primary() != before:
            self._clipboard.setText(before, _PRIMARY)

    def _primary(self) -> str:
        if not self._clipboard.supportsSelection():
            return ""
        return self._clipboard.text(_PRIMARY)


class _Offer(QMimeData):
    """A text that tells when it is fetched, with the wish not to be kept."""

    def __init__(self, text: str, fetched: Callable[[], None]) -> None:
        super().__init__()
        self._text = text
        self._fetched = fetched

    def formats(self) -> list[str]:
        """Name the text and the marks for history managers."""
        return [TEXT, *_DO_NOT_KEEP]

    def hasFormat(self, name: str) -> bool:
        """Tell whether a format is offered."""
        return name in self.formats()

    def retrieveData(self, name: str, _preferred: object) -> object:
        """Give a format away; Qt asks when another program does."""
        if name in _DO_NOT_KEEP:
            return QByteArray(_DO_NOT_KEEP[name])
        if name != TEXT:
            # An empty answer would be taken for an empty text of that name.
            return None
        self._fetched()
        return self._text


def _mime(formats: dict[str, bytes]) -> QMimeData:
    """Return clipboard data for what :meth:`QtClipboard.save` kept."""
    mime = QMimeData()
    if FILES in formats:
        urls = formats[FILES].split(b"\n")
        mime.setUrls([QUrl.fromEncoded(QByteArray(url)) for url in urls])
    if TEXT in formats:
        mime.setText(formats[TEXT].decode("utf-8", "surrogatepass"))
    if HTML in formats:
        mime.setHtml(formats[HTML].decode("utf-8", "surrogatepass"))
    if IMAGE in formats:
        mime.setImageData(QImage.fromData(QByteArray(formats[IMAGE])))
    return mime


def _png(image: QImage) -> bytes:
    """Return an image as PNG, hardly compressed: it is only kept for a moment."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setCompression(10)
    writer.write(image)
    buffer.close()
    return bytes(data.data())
