"""`data` is a data package for everybody, not only for this pack: the Frictionless tools accept it."""

import json
import shutil
from pathlib import Path

import pytest

frictionless = pytest.importorskip("frictionless", reason="comes with the test extra")


@pytest.fixture(scope="module")
def descriptor(root) -> dict:
    return json.loads((root / "data/datapackage.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def resources(descriptor) -> dict[str, dict]:
    return {resource["name"]: resource for resource in descriptor["resources"]}


def errors(folder: Path) -> list[str]:
    """What Frictionless finds wrong with the package in ``folder``; optional tables may be missing."""
    package = frictionless.Package(str(folder / "datapackage.json"))
    for resource in list(package.resources):
        if resource.custom.get("optional") and not (folder / resource.path).is_file():
            package.remove_resource(resource.name)
    report = package.validate()
    return [error.message for task in report.tasks for error in task.errors] + [
        error.message for error in report.errors
    ]


def test_frictionless_accepts_the_package(root):
    assert errors(root / "data") == []


def test_frictionless_would_find_a_dangling_source(root, tmp_path):
    folder = shutil.copytree(root / "data", tmp_path / "data")
    path = folder / "structures.csv"
    path.write_text(path.read_text("utf-8").replace("radiopaedia_glut,", "nobody1900,", 1), "utf-8")
    assert any("nobody1900" in error for error in errors(folder))


def test_every_table_is_listed(root, resources):
    listed = {resource["path"] for resource in resources.values()}
    assert {path.name for path in (root / "data").glob("*.csv")} <= listed


def test_every_table_has_a_key_types_and_titles(resources):
    for name, resource in resources.items():
        schema = resource["schema"]
        assert schema["primaryKey"] == [schema["fields"][0]["name"]], name
        assert all(field["type"] and field["title"] for field in schema["fields"]), name


@pytest.mark.parametrize("column", ["source_key", "grade", "unit"])
def test_sources_grades_and_units_are_references_everywhere(resources, column):
    for name, resource in resources.items():
        columns = [field["name"] for field in resource["schema"]["fields"]]
        keys = [key["fields"] for key in resource["schema"].get("foreignKeys", [])]
        assert (column in columns) == ([column] in keys), name


def test_every_claim_must_have_a_grade_and_a_source(resources):
    claims = {}
    for name, resource in resources.items():
        fields = {field["name"]: field for field in resource["schema"]["fields"]}
        if "evidence_note" in fields:
            claims[name] = [fields[one]["constraints"]["required"] for one in ("grade", "source_key")]
    assert len(claims) >= 12
    assert all(required == [True, True] for required in claims.values())


def test_choices_of_the_schema_are_all_used(root, resources):
    import csv

    # Kinds that plates may draw later, and the verdict that no claim of the article has earned.
    spare = {"tendon", "fat", "organ", "diagram", "supported"}
    for name, resource in resources.items():
        path = root / "data" / resource["path"]
        if path.is_file():
            rows = list(csv.DictReader(path.open(encoding="utf-8", newline="")))
            for field in resource["schema"]["fields"]:
                choices = set(field.get("constraints", {}).get("enum", ()))
                assert choices - {row[field["name"]] for row in rows} <= spare, (name, field["name"])


def test_lists_refer_to_tables_that_exist(resources):
    fields = [field for resource in resources.values() for field in resource["schema"]["fields"]]
    lists = [field for field in fields if "listOf" in field]
    assert len(lists) >= 10
    assert all(field["separator"] == "|" and field["listOf"] in resources for field in lists)


def test_the_licence_and_the_purpose_are_stated(descriptor):
    assert descriptor["licenses"][0]["name"] == "CC-BY-SA-4.0"
    assert "not for diagnosing" in descriptor["description"]
