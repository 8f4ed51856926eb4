"""JupyterLab's settings for the lessons."""

import json

import pytest

from gluteal.publish.jupyterlab import settings_file, write_settings


def test_widget_state_is_saved_and_nothing_is_asked_of_the_network(tmp_path):
    settings = json.loads(write_settings(tmp_path).read_text(encoding="utf-8"))
    assert settings["@jupyter-widgets/jupyterlab-manager:plugin"]["saveState"] is True
    assert settings["@jupyterlab/apputils-extension:notification"]["fetchNews"] == "false"


def test_what_else_the_environment_has_set_stays(tmp_path):
    file = settings_file(tmp_path)
    file.parent.mkdir(parents=True)
    theirs = {
        "@jupyterlab/apputils-extension:notification": {"doNotDisturbMode": True},
        "other:plugin": {"a": 1},
    }
    file.write_text(json.dumps(theirs), encoding="utf-8")
    settings = json.loads(write_settings(tmp_path).read_text(encoding="utf-8"))
    assert settings["other:plugin"] == {"a": 1}
    assert settings["@jupyterlab/apputils-extension:notification"]["doNotDisturbMode"] is True
    assert (
        write_settings(tmp_path).read_text(encoding="utf-8")
        == json.dumps(settings, indent=2, sort_keys=True) + "\n"
    )


@pytest.mark.parametrize("text", ["{", "[]", "3"])
def test_a_damaged_file_is_left_and_named(tmp_path, text):
    file = settings_file(tmp_path)
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"overrides\.json is not readable JSON"):
        write_settings(tmp_path)
    assert file.read_text(encoding="utf-8") == text
