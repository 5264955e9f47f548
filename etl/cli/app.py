"""The `dcw` command: its verbs, and how it ends."""

from __future__ import annotations

import os
import sys
import traceback

import typer

from etl.cli.output import complain
from etl.errors import DcwError

UNEXPECTED = 70
INTERRUPTED = 130

app = typer.Typer(
    name="dcw",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Governments' drug-control figures, from their reports to SQL, each with its sentence.",
    epilog="Exit codes: 0 done, 2 wrong use, 3 seed or lexicon wrong, 4 document refused, "
    "5 gate refused, 6 locked by another run, 7 publish failed, 8 staging, 9 fetch, 10 dbt, "
    "11 archive damaged, 70 unexpected, 130 interrupted.",
)


def main() -> None:
    """Run one verb; end with the exit code of its error (see `etl.errors`)."""
    try:
        app(prog_name="dcw")
    except DcwError as error:
        complain(f"dcw: {error}")
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        complain("dcw: interrupted; what was done so far is kept, the next run goes on from there")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output went away (`| head`): nothing more to say.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception:  # noqa: BLE001 - the last resort: a defect must not look like a known end
        traceback.print_exc()
        sys.exit(UNEXPECTED)
