"""Which client a text of ours is to go to."""

from assist.app.pad_route import PAD_FIELD
from assist.errors import BackendError
from assist.model.draft import Draft
from assist.pipeline.pad_insertion import PadTarget
from assist.ports import WindowTracker


def find_target(windows: WindowTracker, last: Draft | None) -> PadTarget:
    """Return the window that has the focus now; window id 0 when there is none.

    Args:
        windows: Asked which it is.
        last: The latest reading of a client's field, if there is one.
    """
    try:
        window = windows.active_window()
    except BackendError:
        window = None
    if window is None:
        return PadTarget(0)
    here = last if last and last.field.window_id == window.window_id else None
    if here is not None and here.field == PAD_FIELD:
        here = None
    area = (here.field.area if here else None) or window.area
    return PadTarget(window.window_id, window.app, area, here)
