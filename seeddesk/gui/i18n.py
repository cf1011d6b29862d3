"""Language of the window: our own texts, Qt's own, and how dates and numbers are said."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLibraryInfo, QLocale, QTranslator

LANGUAGES = {"it": "Italiano", "en": "English"}  # everything is said in these: window, sentences, help, dossiers
# Begun: what is not translated yet is said in English, and so are sentences, help and dossiers. A form's labels are shown where it has them.
BEGUN = {"el": "Ελληνικά", "ro": "Română", "sl": "Slovenščina", "hr": "Hrvatski"}
SPOKEN = {**LANGUAGES, **BEGUN}
_LOCALES = {"it": "it_IT", "en": "en", "el": "el_GR", "ro": "ro_RO", "sl": "sl_SI", "hr": "hr_HR"}


class _Installed:
    """The translators in force; Qt does not keep them alive."""

    lang: str = "en"
    translators: tuple[QTranslator, ...] = ()


def system_language() -> str:
    """The system's language when we speak it, else English."""
    code = QLocale.system().name().split("_")[0]
    return code if code in LANGUAGES else "en"


def install(lang: str, folder: Path) -> None:
    """Speak a language from now on. folder: where ``seeddesk_<lang>.qm`` lies. Widgets made before keep their words."""
    app = QCoreApplication.instance()
    assert app is not None
    for old in _Installed.translators:
        app.removeTranslator(old)
    made = []
    for name, place in (
        *([("seeddesk_en", str(folder))] if lang in BEGUN else []),  # beneath: asked for what is not translated
        (f"seeddesk_{lang}", str(folder)),
        (f"qtbase_{lang}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
    ):
        translator = QTranslator(app)
        if translator.load(name, place):
            app.installTranslator(translator)
            made.append(translator)
    _Installed.translators = tuple(made)
    _Installed.lang = lang
    QLocale.setDefault(QLocale(_LOCALES.get(lang, "en")))


def language() -> str:
    """The code of the language in force."""
    return _Installed.lang


def language_name(code: str) -> str:
    """A language as its speakers call it, with a capital: ``fr`` -> ``Français``; the code itself for one Qt does not know."""
    locale = QLocale(code)
    if code in SPOKEN or locale.language() == QLocale.Language.C:
        return SPOKEN.get(code, code)
    name = locale.nativeLanguageName() or code
    return name[:1].upper() + name[1:]


def number(value: int) -> str:
    """``3180`` -> ``3.180``."""
    return QLocale().toString(value)


def decimal(value: float) -> str:
    """``2.34`` -> ``2,3``."""
    return QLocale().toString(value, "f", 1)


def clock(moment: datetime | None = None) -> str:
    """``14:32``, local time."""
    return (moment or datetime.now().astimezone()).strftime("%H:%M")


def moment(iso: str) -> str:
    """A revision's or a file's time for people: ``oggi, 14:32``, ``12 novembre, 09:40``, ``3 marzo 2024``; the text itself when it is no time."""
    try:
        when = datetime.fromisoformat(iso[:19]).replace(tzinfo=UTC).astimezone()
    except ValueError:
        return iso
    today = datetime.now().astimezone().date()
    days = (today - when.date()).days
    if days == 0:
        return QCoreApplication.translate("Time", "today, {time}").format(time=clock(when))
    if days == 1:
        return QCoreApplication.translate("Time", "yesterday, {time}").format(time=clock(when))
    on = QDate(when.year, when.month, when.day)
    if when.year == today.year:
        return f"{QLocale().toString(on, 'd MMMM')}, {clock(when)}"
    return QLocale().toString(on, "d MMMM yyyy")


def day(when: date) -> str:
    """``22 novembre 2026``."""
    return QLocale().toString(QDate(when.year, when.month, when.day), "d MMMM yyyy")
