"""No core dumps: one would hold the draft that was being typed."""

import sys


def forbid_core_dumps() -> None:
    """Keep the system from writing this process's memory to a file on a crash.

    Programs started from here inherit that.  Windows keeps no dumps unless an
    administrator has asked for them.
    """
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
