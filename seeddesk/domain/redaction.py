"""Erasing personal data: a signed revision that blanks values in earlier ones and keeps their dots and digests.

No cryptography here: callables sign and verify (Ed25519, in services). Folding applies every redaction it is handed, so a redaction is
verified where it enters a catalogue, before it is appended.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from seeddesk.domain.revision import Dot, Redaction, Revision


def targets(
    revisions: Iterable[Revision], paths: Iterable[str], current: Callable[[str], str] = lambda path: path
) -> Mapping[Dot, tuple[str, ...]]:
    """Where values of these paths stand, in all of a practice's history; a row's path means its cells and nested rows too.

    current: the present name of a path as stored. The targets go by the stored names, so that every catalogue understands them.
    """
    wanted = tuple(paths)
    found: dict[Dot, tuple[str, ...]] = {}
    for revision in revisions:
        here = tuple(
            sorted(
                path
                for path in revision.set
                if any(
                    name == one or (one.endswith("]") and name.startswith(one + "."))
                    for name in {path, current(path)}
                    for one in wanted
                )
            )
        )
        if here:
            found[revision.dot] = here
    return found


def signed(
    revision: Revision, reason: str, where: Mapping[Dot, tuple[str, ...]], key: str, sign: Callable[[bytes], bytes]
) -> Revision:
    """The revision (which sets nothing) as a redaction of `where`. key: the public key in hex; sign: bytes -> their signature by it."""
    unsigned = replace(revision, redaction=Redaction(where, reason, key))
    signature = sign(unsigned.header.encode()).hex()
    return replace(revision, redaction=Redaction(where, reason, key, signature))


def is_genuine(revision: Revision, verify: Callable[[str, bytes, bytes], bool]) -> bool:
    """Whether a redaction was signed by the key it names, and sets nothing of its own.

    verify: key in hex, signature, message -> whether they fit and the key is one to trust.
    """
    redaction = revision.redaction
    if redaction is None or revision.set:
        return False
    try:
        signature = bytes.fromhex(redaction.signature)
    except ValueError:
        return False
    return verify(redaction.key, signature, revision.header.encode())
