"""What evaluating a record against its form says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from seeddesk.domain.form import Texts, pick
from seeddesk.domain.messages import sentence
from seeddesk.domain.values import Value


@dataclass(frozen=True, slots=True)
class Problem:
    """One answer that needs a look; it is kept all the same.

    code: ``problem-limit``, ``problem-type``, ``problem-range``, ``problem-choice``, ``problem-constraint``, ``problem-rule-slow`` or ``problem-many-rows`` · texts: the form's own words for a broken constraint.
    """

    path: str
    code: str
    arguments: Mapping[str, object] = field(default_factory=dict)
    texts: Texts = field(default_factory=dict)

    def message(self, lang: str) -> str:
        """One sentence and what to do."""
        own = pick(self.texts, lang)
        if own:
            return own
        kind = self.arguments.get("kind")
        return sentence(f"{self.code}-{kind}" if kind else self.code, lang, **self.arguments)


@dataclass(frozen=True, slots=True)
class SectionState:
    """How a section stands: answers missing for submission, problems, and questions answered."""

    missing: int
    problems: int
    answered: int


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A record judged by its form.

    hidden: paths that are not relevant now, rows and cells included · calculated: path -> value of every calculated field (None: nothing) ·
    missing: paths submission still needs, a repeat without rows under its own path · completeness: 0 to 100, the share of what
    submission needs · sections: by name.
    """

    hidden: frozenset[str]
    calculated: Mapping[str, Value]
    problems: tuple[Problem, ...]
    missing: tuple[str, ...]
    completeness: int
    sections: Mapping[str, SectionState]
