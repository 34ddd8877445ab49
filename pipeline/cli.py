"""``huunghi``: the command line. Nothing heavy is imported before a command needs it.

Belongs here: the group, and how trouble is told to a person. Does not: what a command does (``cli_build``,
``cli_look``, ``cli_release``).
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

COMMANDS = {
    "build": "pipeline.cli_build:build",
    "accept": "pipeline.cli_build:accept",
    "query": "pipeline.cli_look:query",
    "explain": "pipeline.cli_look:explain",
    "review": "pipeline.cli_look:review",
    "release": "pipeline.cli_release:release",
    "verify": "pipeline.cli_release:verify",
    "diff": "pipeline.cli_release:diff",
    "fetch": "pipeline.cli_release:fetch",
    "withdraw": "pipeline.cli_release:withdraw",
}
"""Command -> where it is; a module is loaded when its command is called, or named in ``--help``."""


class Commands(click.Group):
    """A group whose commands are loaded one by one, and whose trouble is told in a sentence."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command; None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what a user can mend is told without a traceback, and the exit code is 1."""
        try:
            return super().invoke(ctx)
        except (OSError, ValueError) as error:
            if ctx.params.get("traceback"):
                raise
            raise click.ClickException(told(error)) from error


def told(error: OSError | ValueError) -> str:
    """What went wrong, for a person: the error's words, with the file's name where the system gives one apart."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    words = "; ".join([str(error), *getattr(error, "__notes__", [])])
    return words if type(error) is not ValueError else f"{words} (huunghi --traceback … shows where in the code)"


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="huunghi")
@click.option("--traceback", is_flag=True, help="Where a command fails, show where in the code.")
def main(traceback: bool) -> None:
    """Huunghi: Vietnam's people-to-people diplomacy as tables of events, people and directives.

    \b
    A folder of Vietnamese news texts goes in, tables come out:
      huunghi build --input articles/ --output outputs/
      huunghi query "SELECT date_edtf, name FROM events ORDER BY date_earliest"
      huunghi explain evt-…

    Each command explains itself: huunghi build --help
    """


if __name__ == "__main__":
    main()
