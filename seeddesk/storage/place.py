"""What kind of folder a catalogue lies in: one of this machine, one on the network, or one that a cloud service copies behind our back."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from pathlib import Path

# Folders of sync programs by how their names begin, lower case; and the files their programs leave in them.
_SYNCED = (
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("il mio drive", "Google Drive"),
    ("iclouddrive", "iCloud"),
    ("icloud drive", "iCloud"),
    ("mobile documents", "iCloud"),
    ("cloudstorage", "iCloud"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("pcloud", "pCloud"),
    ("box sync", "Box"),
    ("syncthing", "Syncthing"),
)
_MARKS = (
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".stfolder", "Syncthing"),
)
_REMOTE = frozenset(
    {
        *(
            "nfs",
            "nfs3",
            "nfs4",
            "cifs",
            "smb",
            "smb2",
            "smb3",
            "smbfs",
            "afs",
            "afpfs",
            "ncpfs",
            "9p",
            "ceph",
            "glusterfs",
            "lustre",
        ),
        *(
            "davfs",
            "webdav",
            "vboxsf",
            "prl_fs",
            "vmhgfs",
            "drvfs",
            "virtiofs",
            "fuse.sshfs",
            "fuse.rclone",
            "fuse.davfs2",
        ),
        *("fuse.davfs", "fuse.s3fs", "fuse.gvfsd-fuse", "fuse.vmhgfs-fuse", "fuse.glusterfs", "fuse.curlftpfs"),
    }
)
_DRIVE_REMOTE = 4  # GetDriveTypeW


def home(location: str) -> str:
    """Where a catalogue lies: which machine, which file."""
    return f"{platform.node()} {Path(location).resolve()}"


def identity(path: Path) -> tuple[int, int] | None:
    """Which file lies at a path, None for none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def synced_by(path: Path) -> str:
    """The name of the service that copies the folder of this path elsewhere, "" for none that is known by its name or its marks."""
    for folder in path.absolute().parents:
        for beginning, name in _SYNCED:
            rest = folder.name.lower().removeprefix(beginning)
            if rest != folder.name.lower() and not rest[:1].isalpha():  # "OneDrive - Comune", not "Dropboxes"
                return name
        for mark, name in _MARKS:
            if (folder / mark).exists():
                return name
    return ""


def file_system(path: Path) -> str:
    """The kind of network file system a path lies on (``nfs4``, ``cifs``, ``UNC``), "" for a disk of this machine or where that cannot be told."""
    path = path.absolute()
    if os.name == "nt":
        return _windows(path)
    found, kind, inside = "", "", f"{path}/"
    for place, one in _mounts():
        if inside.startswith(f"{place.rstrip('/')}/") and len(place) >= len(found):
            found, kind = place, one
    return kind if kind in _REMOTE else ""


def writable(path: Path) -> bool:
    """Whether files can be made beside a path, and the file itself, where it is there, can be written."""
    folder = path.absolute().parent
    return os.access(folder, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _mounts() -> list[tuple[str, str]]:
    """(place, kind) of what is mounted."""
    try:
        if Path("/proc/self/mounts").exists():
            return _mounts_listed(Path("/proc/self/mounts").read_text("utf-8", "surrogateescape"))
        return _mounts_said(
            subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=False).stdout
        )
    except (
        OSError,
        subprocess.TimeoutExpired,
    ):  # a system that does not tell: the folder passes for one of this machine
        return []


def _mounts_listed(text: str) -> list[tuple[str, str]]:
    """Linux: ``server:/share /mnt/with\\040space nfs4 rw 0 0``."""
    parts = (line.split(" ") for line in text.splitlines() if line.count(" ") >= 2)
    return [(_unescaped(where), kind) for _, where, kind, *_ in parts]


def _mounts_said(text: str) -> list[tuple[str, str]]:
    """macOS: ``//ada@server/share on /Volumes/share (smbfs, nodev)``."""
    parts = (line.partition(" on ")[2].rpartition(" (") for line in text.splitlines())
    return [(where, rest.partition(",")[0].rstrip(")")) for where, _, rest in parts]


def _unescaped(text: str) -> str:
    return text.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")


def _windows(path: Path) -> str:
    if path.drive.startswith("\\\\"):
        return "UNC"
    if sys.platform == "win32":
        import ctypes

        if ctypes.windll.kernel32.GetDriveTypeW(f"{path.drive}\\") == _DRIVE_REMOTE:
            return "UNC"
    return ""
