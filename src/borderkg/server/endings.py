"""How an answer can end: whole, or ended before that, with the reason in English and Chinese."""

from typing import ClassVar

from borderkg.errors import QueryError

COMPLETE = "complete"


class EndedError(QueryError):
    """A query was ended before its answer was whole."""

    state: ClassVar[str] = "cut"
    """As `/api/query` has it: `cut` or `timed-out`."""

    def __init__(self, message: str, zh: str, mark: str) -> None:
        super().__init__(message, zh)
        self.mark = mark
        """The reason in a word, as `cut-at-1000-rows`."""

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (str(self), self.zh, self.mark)


class TooSlowError(EndedError):
    """A query ran into its limit of time."""

    state = "timed-out"

    @classmethod
    def after(cls, seconds: float) -> "TooSlowError":
        return cls(
            f"The query ran longer than {seconds:g} seconds and was ended.",
            f"查询运行超过 {seconds:g} 秒，已被终止。",
            f"timed-out-after-{seconds:g}-seconds",
        )


class OutOfMemoryError(EndedError):
    """A query ran into its limit of memory, or its process died."""

    @classmethod
    def now(cls) -> "OutOfMemoryError":
        return cls(
            "The query used more memory than it may and was ended.",
            "查询占用的内存超过限额，已被终止。",
            "cut-at-limit-of-memory",
        )


class TooLargeError(EndedError):
    """An answer ran into its limit of rows or bytes."""

    @classmethod
    def rows(cls, limit: int) -> "TooLargeError":
        return cls(
            f"The answer has more than {limit:,} rows and was cut there; ask for less, or in pages by ORDER BY, LIMIT "
            "and OFFSET.",
            f"结果超过 {limit:,} 行，在此截断；请缩小范围，或用 ORDER BY、LIMIT、OFFSET 分页。",
            f"cut-at-{limit}-rows",
        )

    @classmethod
    def bytes(cls, limit: int) -> "TooLargeError":
        return cls(
            f"The answer is larger than {limit:,} bytes and was cut there; ask for less, or in pages by ORDER BY, LIMIT "
            "and OFFSET.",
            f"结果超过 {limit:,} 字节，在此截断；请缩小范围，或用 ORDER BY、LIMIT、OFFSET 分页。",
            f"cut-at-{limit}-bytes",
        )


class BusyError(EndedError):
    """There is no place for a query."""

    @classmethod
    def waiting(cls) -> "BusyError":
        return cls(
            "The server is busy with other queries; try again later.", "服务器正忙于其他查询，请稍后再试。", "cut-busy"
        )

    @classmethod
    def long(cls, number: int) -> "BusyError":
        return cls(
            f"The server is busy with {number} long queries and takes no other; try again later.",
            f"服务器正在运行 {number} 个耗时查询，暂不接受更多；请稍后再试。",
            "cut-busy",
        )


class StoppedError(EndedError):
    """Whoever asked a query called it off."""

    @classmethod
    def now(cls) -> "StoppedError":
        return cls("The query was called off.", "查询已取消。", "cut-called-off")


class NotAcceptableError(QueryError):
    """The client takes no format that this kind of answer has."""
