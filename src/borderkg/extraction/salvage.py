"""Reading on where a fault of the program would end a document: the block that it fails at is left out, and said to be.

Such a fault is ours to mend. Until it is, it loses one paragraph and not the hundred others, nor the build of a thousand texts.
"""

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from borderkg.corpus.sections import Placed, Reading
from borderkg.errors import BorderKGError
from borderkg.records import replace

Made = TypeVar("Made")
_MOST: Final = 20
"""Faults of one document: each costs several readings of it, and with more of them little of it can be trusted."""


def salvaged(reading: Reading, read: Callable[[Reading], Made]) -> tuple[Made | None, list[str]]:
    """What `read` makes of a document without the blocks at which it fails, and a warning for each of these; None where more
    than twenty fail. Raises BorderKGError as `read` does: that is no fault of the program."""
    warnings: list[str] = []
    while len(warnings) < _MOST:
        try:
            return read(reading), warnings
        except BorderKGError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, it must not take with it what stands elsewhere
            fault = error
        failing = _first_failing(reading, read)
        warnings.append(_warning(reading, failing, fault))
        if failing is None:
            break
        reading = replace(reading, placed=tuple(placed for placed in reading.placed if placed is not failing))
    return None, [*warnings, "nothing of it was read"]


def _first_failing(reading: Reading, read: Callable[[Reading], object]) -> Placed | None:
    """The block at which reading fails: without it and all behind it, it does not. None where it fails with no block."""
    well, fails = -1, len(reading.placed)
    while fails - well > 1:
        middle = (well + fails) // 2
        try:
            read(replace(reading, placed=reading.placed[:middle]))
            well = middle
        except Exception:  # noqa: BLE001 - the fault that is looked for, or another
            fails = middle
    return reading.placed[fails - 1] if fails else None


def _warning(reading: Reading, failing: Placed | None, fault: Exception) -> str:
    at = traceback.extract_tb(fault.__traceback__)[-1]
    where = f"characters {failing.block.start} to {failing.block.end}" if failing else "the text"
    return (
        f"{where} could not be read ({type(fault).__name__} in {Path(at.filename).name}, line {at.lineno}), and no claim is "
        "made of them; this is a fault of BorderKG: please report it with the passage"
    )
