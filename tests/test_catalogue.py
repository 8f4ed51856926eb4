"""The catalogue: what was taken over is true to its sources, and looking up is quick and helpful."""

import dataclasses
import doctest
import importlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gluteal import catalogue as package
from gluteal.catalogue import CatalogueError, Table, load
from gluteal.catalogue.catalogue import FACT_TABLES, RECORDS
from gluteal.catalogue.schema import read_schemas

MODULES = ["anatomy", "catalogue", "cells", "clinical", "files", "nearest", "problem", "records", "schema"]
MODULES += ["table", "teaching"]


@pytest.fixture(scope="module")
def catalogue():
    return load()


@pytest.fixture
def copy(root, tmp_path) -> Path:
    """A copy of the data that a test may spoil."""
    shutil.copytree(root / "data", tmp_path / "data")
    return tmp_path


# --- looking up ----------------------------------------------------------------------------------------


def test_records_refer_to_one_another(catalogue):
    point = catalogue.trigger_points["gluteus-medius-trp1"]
    assert point.muscle is catalogue.muscles["gluteus-medius"]
    assert point in point.muscle.trigger_points
    assert catalogue.structures["piriformis"].muscle is catalogue.muscles["piriformis"]
    assert catalogue.muscles["piriformis"].structure.layer == "deep"
    assert catalogue.exercises["clamshell"].emg_activations[0].exercise.id == "clamshell"
    assert catalogue.treatments["massage"].facts[0].treatment.id == "massage"
    assert catalogue.tests["fair-test"].accuracy[0].test.abbreviation == "FAIR"
    assert catalogue.article_claims["tiny-knot"].lessons[0].id == "02"


def test_every_property_of_every_record_can_be_asked_for(catalogue):
    for name, (_, record) in RECORDS.items():
        properties = [key for key in dir(record) if isinstance(getattr(record, key), property)]
        for one in getattr(catalogue, name).values():
            for key in properties:
                getattr(one, key)


def test_an_unknown_id_names_the_nearest(catalogue):
    with pytest.raises(KeyError) as caught:
        catalogue.muscles["piriformus"]
    assert caught.value.args == ("unknown muscle 'piriformus'; did you mean 'piriformis'?",)
    assert str(caught.value) == caught.value.args[0]


@pytest.mark.parametrize("wrong", ["", "x", None, 3, ["piriformis"], "PIRIFORMIS", "medius"])
def test_anything_unknown_raises_a_helpful_key_error(catalogue, wrong):
    with pytest.raises(KeyError, match=r"did you mean|valid are"):
        catalogue.muscles[wrong]
    if not isinstance(wrong, list):
        assert wrong not in catalogue.muscles


def test_records_are_frozen_and_print_without_addresses(catalogue):
    muscle = catalogue.muscles["piriformis"]
    with pytest.raises(dataclasses.FrozenInstanceError):
        muscle.name = "Pear"
    assert repr(muscle) == "Muscle('piriformis')"
    assert not hasattr(muscle, "__dict__")
    assert "0x" not in repr(catalogue) + repr(catalogue.muscles)


def test_references_end_in_an_address(catalogue):
    ward = catalogue.sources["ward2009"]
    assert (ward.short, ward.is_secondary) == ("Ward 2009", False)
    assert ward.reference.endswith("https://doi.org/10.1007/s11999-008-0594-8")
    assert catalogue.sources["physiopedia_ps"].is_secondary
    assert all("?." not in source.reference for source in catalogue.sources.values())


def test_the_package_offers_what_it_names():
    assert all(hasattr(package, name) for name in package.__all__)
    assert isinstance(load().items, Table)


# --- reading -------------------------------------------------------------------------------------------


def test_it_is_read_once(root):
    assert load() is load(root)


def test_reading_needs_nothing_but_the_standard_library():
    code = "import sys; import gluteal.check; from gluteal.catalogue import load; load(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.split()
    assert {"numpy", "pandas", "matplotlib", "frictionless", "ipywidgets"}.isdisjoint(loaded)


def test_another_folder_is_read_without_touching_the_first(copy):
    path = copy / "data/muscles.csv"
    path.write_text(path.read_text("utf-8").replace("Piriformis,", "Pear muscle,"), "utf-8")
    assert load(copy).muscles["piriformis"].name == "Pear muscle"
    assert load().muscles["piriformis"].name == "Piriformis"


@pytest.mark.parametrize(
    ("file", "spoil", "words"),
    [
        ("muscles.csv", lambda data: b"", ["muscles.csv:1", "empty", "restore"]),
        (
            "muscles.csv",
            lambda data: data.replace(b",gluteal,", b",glutael,", 1),
            [":2", "did you mean 'gluteal'"],
        ),
        (
            "muscle_facts.csv",
            lambda data: data.replace(b"15.69,15.69", b"15.69,15;69"),
            ["muscle_facts.csv:3", "number"],
        ),
        ("datapackage.json", lambda data: data[:-20], ["datapackage.json:", "no valid JSON"]),
        ("datapackage.json", lambda data: b'{"resources": []}', ["'sources' is missing"]),
        ("datapackage.json", lambda data: b'{"resources": [{}]}', ["lacks 'name'"]),
    ],
)
def test_a_file_that_cannot_be_read_says_where_and_what_to_do(copy, file, spoil, words):
    path = copy / "data" / file
    path.write_bytes(spoil(path.read_bytes()))
    with pytest.raises(CatalogueError) as caught:
        load(copy)
    assert all(word in str(caught.value) for word in words), str(caught.value)
    assert "gluteal check" in str(caught.value)


def test_records_and_schemas_have_the_same_columns(root):
    schemas = read_schemas(root / "data")
    assert set(schemas) == set(RECORDS)
    for name, (_, record) in RECORDS.items():
        fields = {field.name for field in dataclasses.fields(record)} - {"_catalogue"}
        assert fields == set(schemas[name].columns), name
    assert set(FACT_TABLES) >= {"muscle_facts", "test_facts", "treatment_facts", "statements"}


def test_the_data_dictionary_names_every_table(root):
    text = (root / "data/README.md").read_text("utf-8")
    names = [
        resource["path"]
        for resource in json.loads((root / "data/datapackage.json").read_text("utf-8"))["resources"]
    ]
    assert [name for name in names if f"`{name}`" not in text] == []


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_the_docstrings_run(name):
    module = importlib.import_module(f"gluteal.catalogue.{name}")
    assert doctest.testmod(module, optionflags=doctest.IGNORE_EXCEPTION_DETAIL).failed == 0
