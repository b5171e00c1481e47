"""Errors: one base, one child a stage.

Each names the file and the place, says what is wrong, and what to do about it. The command line prints the message as
one line and exits with a non-zero code; no traceback reaches a user.
"""


class BorderKGError(Exception):
    """Base of all errors that a user can mend. `zh` says the same in Chinese, where a stage gives it."""

    def __init__(self, message: str = "", zh: str = "") -> None:
        super().__init__(message)
        self.zh = zh


class CorpusError(BorderKGError):
    """A folder or a text cannot be read: missing, empty, binary, or in a broken encoding."""


class RuleError(BorderKGError):
    """A rule file is malformed, or names a term that the ontology lacks."""


class MappingError(BorderKGError):
    """A mapping of a researcher's own table is malformed, or does not fit its table."""


class ReferenceDataError(BorderKGError):
    """A file of reference individuals is malformed."""


class ClaimFormatError(BorderKGError):
    """A claims or gold file departs from the exchange format."""


class StoreError(BorderKGError):
    """A store is missing, damaged, busy, or of another version."""


class QueryError(BorderKGError):
    """A query is malformed, too slow, or too large."""


class MalformedQueryError(QueryError):
    """A query is no SPARQL 1.1 query. Lines and columns are counted from 1; 0 where the place is not known."""

    def __init__(
        self, message: str, zh: str = "", *, line: int = 0, column: int = 0, near: str = "", suggestion: str = ""
    ) -> None:
        super().__init__(message, zh)
        self.line = line
        self.column = column
        self.near = near
        """The words around the place."""
        self.suggestion = suggestion
        """What could stand there instead, as `bkg:Port`; empty where nothing known is near."""


class FederationError(QueryError):
    """A query asks this machine to fetch from another."""


class EndpointError(BorderKGError):
    """An endpoint cannot be allowed to SERVICE: its name or its address is not written in the one plain way."""


class UnknownNameError(BorderKGError):
    """A name is not in the graph; the message lists the nearest."""


class ProofError(BorderKGError):
    """A triple that is asked about is not in the graph, or is no triple."""


class ReconciliationError(BorderKGError):
    """A request to reconcile is malformed, or names a property that the graph lacks."""


class RemoteError(BorderKGError):
    """A remote endpoint failed, refused, or answered with something else than it said."""


class QuestionError(BorderKGError):
    """A competency question is malformed, or its parameters are."""


class FigureError(BorderKGError):
    """A figure cannot be drawn: nothing to draw, a date that is none, no font that has the characters."""
