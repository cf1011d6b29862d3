"""What a form shows beside its words: pictures on the page, sound and film opened by the system's own player."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QLoggingCategory, QMimeDatabase, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QImageReader, QPixmap, QTransform
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from seeddesk.domain.form import Texts, pick
from seeddesk.gui import passing, theme
from seeddesk.gui.editor.asking import Asking
from seeddesk.gui.widgets.button import Button, Look

WIDE, HIGH = 560, 240  # pixels a picture may take at factor 1
LARGEST = 40_000_000  # bytes of a picture that is still decoded
MOST_PIXELS = 60_000_000  # as many as a dossier takes
KINDS = (b"png", b"jpeg", b"gif", b"webp", b"bmp")  # a drawing in SVG can be a program that does not end

# What is wrong with a picture is said in the window; what Qt's decoders print besides is read by nobody.
QLoggingCategory.setFilterRules("qt.gui.imageio*=false")


class MediaBox(QWidget):
    """The media of one label: kind (``image``, ``audio``, ``video``) -> language -> name of a file of the form."""

    def __init__(self, media: Mapping[str, Texts], words: str, asking: Asking) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        self.picture = QLabel()
        self.picture.setAccessibleName(self.tr("Picture: {words}").format(words=words))
        self.picture.hide()
        column.addWidget(self.picture)
        self.players: list[Button] = []
        image = pick(media.get("big-image", media.get("image", {})), asking.lang)
        if image:
            asking.file(self, image, self._show)
        for kind, label, icon in (("audio", self.tr("Listen"), "speaker-high"), ("video", self.tr("Watch"), "play")):
            name = pick(media.get(kind, {}), asking.lang)
            if name:
                button = Button(label, Look.PLAIN, icon, name="")
                button.setAccessibleName(f"{label}: {words}")
                button.clicked.connect(
                    lambda _=False, name=name: asking.file(self, name, lambda data: open_bytes(data, name))
                )
                column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
                self.players.append(button)

    def _show(self, data: bytes) -> None:
        picture = picture_of(data, WIDE, HIGH)
        if picture is not None:
            self.picture.setPixmap(picture)
            self.picture.show()


def picture_of(data: bytes, wide: int, high: int) -> QPixmap | None:
    """A picture, no larger than so many pixels at factor 1; None when the bytes are none, or a picture too large to decode."""
    image = image_of(data, theme.scaled(wide), theme.scaled(high))
    return None if image is None else QPixmap.fromImage(image)


def image_of(data: bytes, wide: int, high: int, turn: int = 0) -> QImage | None:
    """The same for any thread, in pixels, and turned by so many degrees: the one place in the window where bytes become a picture."""
    if len(data) > LARGEST:
        return None
    source = QBuffer()
    source.setData(QByteArray(data))  # named here, so that no other thread is the first to (see `page_set`)
    source.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(source)
    reader.setAutoTransform(True)  # a photograph may lie on its side and say so
    picture = _decoded(reader, 2 * max(wide, high))
    del reader  # before what it reads from: it would look into that once more
    if picture.isNull():
        return None
    if turn:
        picture = picture.transformed(QTransform().rotate(turn))
    if picture.width() <= wide and picture.height() <= high:
        return picture
    return picture.scaled(wide, high, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)


def _decoded(reader: QImageReader, side: int) -> QImage:
    """The picture, decoded small where its format can; null for what is none, or by its header too large, before a pixel is decoded."""
    if bytes(reader.format().data()) not in KINDS:
        return QImage()
    size = reader.size()
    if size.width() * size.height() > MOST_PIXELS:
        return QImage()
    if max(size.width(), size.height()) > 2 * side:
        reader.setScaledSize(size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def suffix_of(data: bytes) -> str:
    """What the bytes are, as the end of a file's name: ``.png``, ``.pdf``; ``""`` when that cannot be told."""
    suffix = QMimeDatabase().mimeTypeForData(data).preferredSuffix()
    return f".{suffix}" if suffix else ""


def open_bytes(data: bytes, name: str) -> None:
    """Have the system's own program open a copy of a file, which goes when ours ends."""
    path = passing.new_folder() / (Path(name).name or "file")
    if not path.suffix:
        path = path.with_suffix(suffix_of(data))
    path.write_bytes(data)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
