"""Whether a folder is on another machine, where SQLite cannot write ahead.

A write-ahead log needs memory shared between processes, which no network file
system offers (https://www.sqlite.org/wal.html): the file would be damaged.
"""

import os
from pathlib import Path

_MOUNTS = Path("/proc/self/mountinfo")
_DRIVE_REMOTE = 4  # what GetDriveTypeW answers for a drive of another machine

# As Linux names them; a file system in user space (fuse) after the dot.
_REMOTE = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "9p", "afs", "coda"),
        *("ceph", "lustre", "gpfs", "beegfs", "ocfs2", "gfs2", "glusterfs"),
        *("fuse.sshfs", "fuse.glusterfs", "fuse.davfs2", "fuse.gvfsd-fuse"),
        *("fuse.rclone", "fuse.s3fs", "fuse.curlftpfs", "davfs", "prl_fs", "vboxsf"),
    }
)


def on_network(folder: Path, *, mounts: Path = _MOUNTS) -> bool:
    """Tell whether ``folder`` is on a network file system.

    What cannot be told is taken as local; so is every folder on macOS, where
    nothing in Python's library tells.

    Args:
        folder: It need not exist yet.
        mounts: The kernel's list of what is mounted where.
    """
    windows = os.name == "nt"
    return _on_network_drive(folder) if windows else _on_network_mount(folder, mounts)


def _on_network_drive(folder: Path) -> bool:
    import ctypes

    drive = folder.absolute().drive
    library = getattr(ctypes, "windll", None)  # there on Windows only
    kind = library.kernel32.GetDriveTypeW(f"{drive}\\") if library else 0
    return drive.startswith("\\\\") or kind == _DRIVE_REMOTE


def _on_network_mount(folder: Path, mounts: Path) -> bool:
    try:
        lines = mounts.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return False
    return _kind_of(folder.absolute(), lines) in _REMOTE


def _kind_of(folder: Path, lines: list[str]) -> str:
    """Return the type of the innermost mount that ``folder`` lies in.

    Source: proc(5), ``/proc/[pid]/mountinfo``: the fifth field is the mount
    point, the type follows the lone hyphen.
    """
    best, kind = -1, ""
    for line in lines:
        left, _, right = line.partition(" - ")
        fields = left.split(" ")
        if len(fields) < 5 or not right:
            continue
        point = Path(_unescaped(fields[4]))
        deep = len(point.parts)
        if deep >= best and folder.is_relative_to(point):
            best, kind = deep, right.split(" ", 1)[0]
    return kind


def _unescaped(path: str) -> str:
    """Undo the octal escapes for blank, tab, newline and backslash."""
    for code, character in (("040", " "), ("011", "\t"), ("012", "\n"), ("134", "\\")):
        path = path.replace(f"\\{code}", character)
    return path
