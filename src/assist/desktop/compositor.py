"""Whether windows are blended, and which part of a window takes the mouse.

On X11 both are asked of the server through its own libraries: Qt tells neither.
Windows and macOS always blend and let clicks through transparent pixels.
"""

import ctypes
import sys

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication

_SHAPE_INPUT = 2
_SHAPE_SET = 0


class _Rectangle(ctypes.Structure):
    _fields_ = (
        ("x", ctypes.c_short),
        ("y", ctypes.c_short),
        ("width", ctypes.c_ushort),
        ("height", ctypes.c_ushort),
    )


class Compositor:
    """Asks the X server over a connection of its own; elsewhere it knows."""

    def __init__(self) -> None:
        self._x11: ctypes.CDLL | None = None
        self._shape: ctypes.CDLL | None = None
        self._display: int | None = None
        if sys.platform == "linux" and QGuiApplication.platformName() == "xcb":
            self._open()

    def _open(self) -> None:
        x11, shape = _library("libX11.so.6"), _library("libXext.so.6")
        if x11 is None or shape is None:
            return
        pointer, text, number = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_ulong
        x11.XOpenDisplay.restype = pointer
        x11.XOpenDisplay.argtypes = (text,)
        x11.XInternAtom.restype = number
        x11.XInternAtom.argtypes = (pointer, text, ctypes.c_int)
        x11.XGetSelectionOwner.restype = number
        x11.XGetSelectionOwner.argtypes = (pointer, number)
        x11.XFlush.argtypes = (pointer,)
        x11.XCloseDisplay.argtypes = (pointer,)
        x11.XDefaultScreen.argtypes = (pointer,)
        shape.XShapeCombineRectangles.argtypes = (
            pointer,
            number,
            *(ctypes.c_int,) * 3,
            ctypes.POINTER(_Rectangle),
            *(ctypes.c_int,) * 3,
        )
        self._display = x11.XOpenDisplay(None)
        self._x11, self._shape = x11, shape

    def blends(self) -> bool:
        """Tell whether windows may have soft shadows and round corners."""
        if self._x11 is None:
            return QGuiApplication.platformName() != "xcb"
        if not self._display:
            return False
        screen = self._x11.XDefaultScreen(self._display)
        name = f"_NET_WM_CM_S{screen}".encode()
        atom = self._x11.XInternAtom(self._display, name, 0)
        return bool(self._x11.XGetSelectionOwner(self._display, atom))

    def limit_input(self, window_id: int, part: QRect) -> None:
        """Let the mouse through everywhere but ``part``, in device pixels."""
        if self._x11 is None or self._shape is None or not self._display:
            return
        rectangle = _Rectangle(part.x(), part.y(), part.width(), part.height())
        self._shape.XShapeCombineRectangles(
            self._display,
            window_id,
            _SHAPE_INPUT,
            0,
            0,
            ctypes.byref(rectangle),
            1,
            _SHAPE_SET,
            0,
        )
        self._x11.XFlush(self._display)

    def close(self) -> None:
        """Leave the server."""
        if self._x11 is not None and self._display:
            self._x11.XCloseDisplay(self._display)
            self._display = None


def _library(name: str) -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL(name)
    except OSError:
        return None
