"""Which programs have a window open, by the name their windows give."""

from Xlib import X
from Xlib.error import BadDrawable, BadWindow

from assist.backends.linux.x11_display import backend_errors, open_display


def open_programs() -> tuple[str, ...]:
    """Return the names, lower case, in the order of their windows; each once.

    Raises:
        BackendError: The X server did not answer.
    """
    display = open_display(None)
    with backend_errors():
        try:
            root = display.screen().root
            atom = display.get_atom("_NET_CLIENT_LIST")
            listed = root.get_full_property(atom, X.AnyPropertyType)
            names: dict[str, None] = {}
            for window_id in listed.value if listed else ():
                window = display.create_resource_object("window", int(window_id))
                try:
                    given = window.get_wm_class()
                except (BadWindow, BadDrawable):
                    continue  # it was closed meanwhile
                if given:
                    names[given[1].lower()] = None
            return tuple(names)
        finally:
            display.close()
