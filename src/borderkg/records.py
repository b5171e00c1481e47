"""Records: values that nothing changes once they are made.

A frozen dataclass sets each field through `object.__setattr__`, which makes it three times as slow to create as an open one;
the reading of a text creates some thirty records for every hundred characters. These are open at run time and frozen for the
type checker, which `make test` asks: an assignment to a field is an error there.
"""

from dataclasses import dataclass, field
from itertools import repeat
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

__all__ = ["record", "replace"]

T = TypeVar("T")

if TYPE_CHECKING:
    from dataclasses import replace
else:

    def replace(one: T, /, **changes: Any) -> T:
        """A copy of a record with some of its fields changed: `dataclasses.replace` in a fifth of its time, as a record has
        no field that is not given when it is made."""
        names = one.__match_args__
        return type(one)(**{**dict(zip(names, map(getattr, repeat(one), names), strict=True)), **changes})


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(made: type[T]) -> type[T]:
    """A dataclass with slots, compared and hashed by its fields."""
    return dataclass(slots=True, unsafe_hash=True)(made)
