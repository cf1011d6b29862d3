"""Where the program starts: no argument opens the window, any argument is a command."""

import sys
from pathlib import Path


def main(argv: list[str] | None = None) -> int:
    """Run SeedDesk and return its exit code.

    `argv` holds the arguments after the program's name (default: this process's). The window and the
    commands are imported only when asked for: a command needs no Qt, the window no command parser.
    """
    if getattr(sys, "frozen", False):
        # A frozen program is its own interpreter: the process that reads returned dossiers starts here again.
        import multiprocessing

        multiprocessing.freeze_support()
    arguments = sys.argv[1:] if argv is None else argv
    if arguments:
        from seeddesk import cli

        return cli.main(arguments, _preview)
    from seeddesk.gui import app

    return app.main()


def _preview(form: Path, lang: str) -> int:
    from seeddesk.gui.app import preview_form

    return preview_form(form, lang)


if __name__ == "__main__":
    sys.exit(main())
