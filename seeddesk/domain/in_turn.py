"""The order in which revisions came about, as far as they say so themselves: clocks are wrong at times."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heappop, heappush

from seeddesk.domain.revision import Dot, Revision


def in_turn(revisions: Iterable[Revision]) -> list[Revision]:
    """By time, but none before what its author had seen, nor before an earlier one of the same device."""
    by_time = sorted(revisions, key=lambda one: (one.time, one.dot))
    place = {one.dot: number for number, one in enumerate(by_time)}
    behind = [_before(one, place) for one in by_time]
    last: dict[str, int] = {}
    for dot in sorted(place):  # of each device in its own order
        if dot.device in last:
            behind[place[dot]].add(last[dot.device])
        last[dot.device] = place[dot]
    if all(max(before, default=-1) < number for number, before in enumerate(behind)):
        return by_time
    followers: dict[int, list[int]] = {}
    for number, before in enumerate(behind):
        for one in before:
            followers.setdefault(one, []).append(number)
    waits = [len(before) for before in behind]
    free, found = [number for number, count in enumerate(waits) if not count], []
    while free:
        found.append(heappop(free))
        for number in followers.get(found[-1], ()):
            waits[number] -= 1
            if not waits[number]:
                heappush(free, number)
    circling = sorted(
        set(range(len(by_time))) - set(found)
    )  # only what somebody forged claims to have seen what came after it
    return [by_time[number] for number in (*found, *circling)]


def _before(revision: Revision, place: dict[Dot, int]) -> set[int]:
    seen = (dot for dots in (*revision.seen.values(), *(revision.deletion or {}).values()) for dot in dots)
    return {place[dot] for dot in seen if dot in place and dot != revision.dot}
