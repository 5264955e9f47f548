"""The `dcw` command: its verbs, and how it ends."""

from __future__ import annotations

import errno
import os
import sys
import traceback

import typer

from etl.cli.output import complain
from etl.errors import DcwError

DISK = 12
UNEXPECTED = 70
_DISK_ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EROFS)
INTERRUPTED = 130

app = typer.Typer(
    name="dcw",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Governments' drug-control figures, from their reports to SQL, each with its sentence.",
    epilog="Exit codes: 0 done, 2 wrong use, 3 seed or lexicon wrong, 4 document refused, "
    "5 gate refused, 6 locked by another run, 7 publish failed, 8 staging, 9 fetch, 10 dbt, "
    "11 archive damaged, 12 disk or permission, 70 unexpected, 130 interrupted.",
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
    except Exception as error:  # noqa: BLE001 - the last resort: no defect looks like a known end
        if _is_of_the_disk(error):
            complain(f"dcw: {error}; what is published is intact, run again when that is mended")
            sys.exit(DISK)
        traceback.print_exc()
        sys.exit(UNEXPECTED)


def _is_of_the_disk(error: Exception) -> bool:
    """Whether there is no room, no permission or the like; DuckDB has its own classes for it."""
    if isinstance(error, OSError) or type(error).__name__ == "IOException":
        return True
    return any(os.strerror(number) in str(error) for number in _DISK_ERRORS)
