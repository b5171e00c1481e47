"""What checking found, counted."""

from borderkg.validation.report import Report, Violation


def test_a_report_tells_errors_from_warnings() -> None:
    """Only a Violation is an error, only a Warning a warning; Info is a note."""
    report = Report()
    report.add([Violation("a", severity, "focus", "message") for severity in ("Violation", "Warning", "Info")])
    assert [v.severity for v in report.errors] == ["Violation"]
    assert [v.severity for v in report.warnings] == ["Warning"]
    assert [v.severity for v in report.notes] == ["Info"]
