"""The scripts of others: unchanged, licensed, and of the version that fits."""

import hashlib
import re

from gluteal.publish import embed

TABLE = (embed.VENDOR / "README.md").read_text(encoding="utf-8")
FILES = sorted(file for kind in ("js", "css") for file in embed.VENDOR.glob(f"*/*.{kind}"))


def test_every_script_is_the_one_that_the_table_names():
    for file in FILES:
        row = re.search(rf"\| `{file.parent.name}/{file.name}` .*`([0-9a-f]{{64}})` \|", TABLE)
        assert row, f"{file.name} is not in the table"
        assert hashlib.sha256(file.read_bytes()).hexdigest() == row[1]


def test_every_package_has_its_licence_in_the_pages():
    assert len(FILES) == 5
    for file in FILES:
        text = (file.parent / "LICENSE").read_text(encoding="utf-8").strip()
        assert text in embed.licences()


def test_html_manager_fits_the_installed_ipywidgets():
    from ipywidgets import _version

    wanted = re.fullmatch(r"\^?(\d+)\.(\d+)\.\d+", _version.__html_manager_version__)
    has = re.search(r"`@jupyter-widgets/html-manager`.*\| (\d+)\.(\d+)\.\d+ \|", TABLE)
    assert (has[1], int(has[2])) >= (wanted[1], int(wanted[2]))
    assert has[1] == wanted[1]


def test_no_script_names_a_package_registry():
    for file in embed.asset_sources().values():
        assert "registry.npm" + "js.org" not in file.read_text(encoding="utf-8")
