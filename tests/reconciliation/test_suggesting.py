"""What is suggested while a name is typed, and the manifest that says where."""

import pytest

from borderkg.reconciliation import suggesting
from borderkg.schema import load


@pytest.mark.parametrize("prefix", ["Port", "口岸", "kouan", "ka", "port of"])
def test_a_type_is_suggested(prefix: str) -> None:
    """By its name, its label in both languages, its pinyin; with the type right above it."""
    found = {entry["id"]: entry for entry in suggesting.types(prefix, 0)["result"]}
    assert [above["id"] for above in found["Port"]["broader"]] == ["Place"]


def test_types_are_those_of_things_with_names() -> None:
    """No claim and no observation is reconciled."""
    found = {entry["id"] for skip in (0, 20, 40) for entry in suggesting.types("", skip)["result"]}
    assert {"Port", "Region", "Policy"} <= found <= load().classes
    assert not found & {"Claim", "Observation", "Evidence"}


@pytest.mark.parametrize(
    ("prefix", "wanted"),
    [("locatedIn", "locatedIn"), ("位于", "locatedIn"), ("weiyu", "locatedIn"), ("alternative", "skos:altLabel")],
)
def test_a_property_is_suggested(prefix: str, wanted: str) -> None:
    """Likewise; labels and links are offered too."""
    assert wanted in {entry["id"] for entry in suggesting.properties(prefix, 0)["result"]}


@pytest.mark.parametrize("what", [suggesting.types, suggesting.properties])
def test_pages_of_suggestions_follow_each_other(what: type) -> None:
    """Each has what the others have not, and they end."""
    pages = [[entry["id"] for entry in what("", skip)["result"]] for skip in range(0, 400, 20)]
    flat = [one for page in pages for one in page]
    assert len(flat) == len(set(flat))
    assert pages[-1] == []


def test_a_label_is_no_markup() -> None:
    """In the flyout of a type or property, known or not."""
    assert suggesting.flyout("Port")["html"] == "<p><b>口岸 port of entry</b> Port</p>"
    assert "<img" not in suggesting.flyout("<img src=x>")["html"]


def test_the_manifest_is_of_its_address() -> None:
    """Every address in it is of the server that was asked."""
    manifest = suggesting.manifest("http://127.0.0.1:9")
    assert manifest["view"]["url"].startswith("http://127.0.0.1:9/")
    assert manifest["preview"]["url"] == "http://127.0.0.1:9/reconcile/preview?id={{id}}"
    assert {entry["service_url"] for entry in manifest["suggest"].values()} == {"http://127.0.0.1:9/reconcile"}
