"""What reading remembers from sentence to sentence: the year, the countries spoken of."""

from dataclasses import dataclass, replace

from borderkg.extraction.span import Span
from borderkg.extraction.values import Time
from borderkg.reference import Individual


@dataclass
class Memory:
    """Completes times that leave out the year, and tells which two countries 两国 are, in reading order."""

    published: int | None = None
    year: int | None = None
    month: str = ""
    countries: tuple[Individual, ...] = ()

    def read(self, span: Span) -> Span:
        """The span with its time completed, or as it is where nothing before tells the year."""
        if span.label == "Countries":
            if span.individuals:
                if all(i.type == "Country" for i in span.individuals):
                    self.countries = span.individuals
                return span
            return replace(span, individuals=self.countries)
        time = span.value
        if not isinstance(time, Time):
            return span
        if not time.relative:
            self._note(time)
            return span
        kind, _, rest = time.relative.partition(" ")
        year = self._year(kind)
        if year is None:
            return span
        if kind == "same-month":
            rest = self.month
        self.year, self.month = year, rest[:2]
        return replace(span, value=Time(f"{year}-{rest}" if rest else str(year)))

    def _note(self, time: Time) -> None:
        if time.is_date:
            self.year, self.month = int(time.start[:4]), time.start[5:7]
        elif time.end and not time.vague and not time.plan:
            self.year = int(time.end[:4])

    def _year(self, kind: str) -> int | None:
        if kind in ("this-year", "last-year"):
            return self.published - (kind == "last-year") if self.published else None
        if self.year is None:
            return self.published if kind == "month" else None
        return self.year + (kind == "next-year")
