"""Records: values that nothing changes once they are made.

A frozen dataclass sets each field through `object.__setattr__`, which makes it three times as slow to create as an open one;
the reading of a text creates some thirty records for every hundred characters. These are open at run time and frozen for the
type checker, which `make test` asks: an assignment to a field is an error there.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

__all__ = ["record", "replace"]

T = TypeVar("T")

if TYPE_CHECKING:
    from dataclasses import replace
else:

    def replace(one: T, /, **changes: Any) -> T:
        """A copy of a record with some of its fields changed: `dataclasses.replace` in a tenth of its time, as a record has
        no field that is not given when it is made."""
        made = type(one)
        places, values_of = _fields(made)
        values = [*values_of(one)]
        try:
            for name, value in changes.items():
                values[places[name]] = value
        except KeyError as error:
            raise TypeError(f"{made.__name__} has no field {error}") from None
        return made(*values)


@cache
def _fields(made: type[Any]) -> tuple[dict[str, int], Callable[[Any], tuple[Any, ...]]]:
    """The place of each field among what a record is made of, and what takes them all from one."""
    names = made.__match_args__
    one = attrgetter(names[0])
    return {name: i for i, name in enumerate(names)}, attrgetter(*names) if len(names) > 1 else lambda r: (one(r),)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(made: type[T]) -> type[T]:
    """A dataclass with slots, compared and hashed by its fields."""
    return dataclass(slots=True, unsafe_hash=True)(made)
