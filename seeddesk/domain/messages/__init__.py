"""Every sentence SeedDesk says outside the window's own texts: errors, reports, narration; in Italian and English.

One module per part of the house, each with ``SENTENCES: dict[code, {"it": ..., "en": ...}]``; placeholders as in str.format. An error's text
is one sentence and a next step. Codes are stable: reports and ``--json`` name them.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from seeddesk.domain.messages.reasons import in_words

LANGUAGES = ("it", "en")


@cache
def sentences() -> dict[str, dict[str, str]]:
    """All sentences by code, gathered from this package's modules."""
    found: dict[str, dict[str, str]] = {}
    for module in pkgutil.iter_modules(__path__):
        for code, texts in importlib.import_module(f"{__name__}.{module.name}").SENTENCES.items():
            if code in found:
                raise ValueError(f"two sentences are called {code}")
            found[code] = texts
    return found


def sentence(code: str, lang: str, **arguments: object) -> str:
    """The sentence of a code in a language (English when the language has none). Raises KeyError for an unknown code.

    Where ``count`` is 1 and there is a sentence ``<code>-one``, that one is said. ``reason`` may be a system's own words (see `in_words`).
    """
    known = sentences()
    if "reason" in arguments:
        arguments["reason"] = in_words(arguments["reason"], lang)
    texts = known[f"{code}-one" if arguments.get("count") == 1 and f"{code}-one" in known else code]
    return texts.get(lang, texts["en"]).format(**arguments)
