"""`gluteal hip`: a table in, a table out, every row accounted for."""

import csv
import io
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from gluteal import __main__ as cli
from gluteal.models import hip
from gluteal.publish import hip_poses

CASES = Path(__file__).resolve().parent.parent / "models/hip_cases.csv"
HEAD = "flexion_deg,adduction_deg,rotation_deg\n"


def type_in(*words, piped=None):
    return CliRunner().invoke(cli.main, ["hip", *map(str, words)], input=piped, prog_name="gluteal")


def run(text: str, variant="via"):
    """Rows written, and what was told."""
    out, told = io.StringIO(), []
    count = hip_poses.solve(io.StringIO(text, newline=""), out, told.append, variant)
    return list(csv.DictReader(io.StringIO(out.getvalue()))), told, count


@pytest.mark.parametrize("variant", hip.VARIANTS)
def test_the_command_reproduces_the_reference_table(tmp_path, variant):
    rows = [row for row in csv.DictReader(CASES.open(encoding="utf-8")) if row["variant"] == variant]
    wanted = {(row["pose_id"], row["line"]): row for row in rows}
    poses, out = tmp_path / "poses.csv", tmp_path / "out.csv"
    names = ["pose_id", *hip.ANGLES]
    unique = {row["pose_id"]: ",".join(row[name] for name in names) for row in rows}
    poses.write_text("\n".join([",".join(names), *unique.values()]) + "\n", "utf-8")
    assert type_in(poses, "--out", out, "--variant", variant).exit_code == 0
    found = list(csv.DictReader(out.open(encoding="utf-8")))
    assert len(found) == len(unique) * len(hip.LINES)
    assert list(found[0])[: len(rows[0])] == list(rows[0])
    for row in found:
        other = wanted[row["pose_id"], row["line"]]
        assert {name: row[name] for name in names} == {name: other[name] for name in names}
        assert float(row["length_m"]) == pytest.approx(float(other["length_m"]), abs=1e-7)
        for name in ("ma_flexion_m", "ma_adduction_m", "ma_rotation_m"):
            assert float(row[name]) == pytest.approx(float(other[name]), abs=1e-6)


def test_every_row_is_written_or_named():
    rows, told, count = run(HEAD + '1,2,3\n"1,5",2,3\n\n1,2\n,1,2\ninf,1,2\n1_0,2,3\n130,0,0\nnan,0,0\n')
    assert sorted({row["pose_id"] for row in rows}) == ["1", "8"]
    assert [line.split(":")[0] for line in told] == [f"row {n}" for n in (3, 4, 5, 6, 7, 8, 10)]
    assert (count.poses, count.bad, count.rows) == (2, 7, 26)
    assert all("outside the usual range" in row["flag"] for row in rows if row["pose_id"] == "8")
    assert not any(row["flag"] for row in rows if row["pose_id"] == "1")
    assert "comma" in told[0] and "empty" in told[1] and "2 cells" in told[2]


def test_a_line_through_the_head_is_flagged():
    rows, _, _ = run(HEAD + "110,25,-45\n")
    flags = {row["line"]: row["flag"] for row in rows}
    assert "femoral head" in flags["piri"] and not flags["qf"]


def test_ids_and_angles_come_back_as_they_were_written():
    rows, _, _ = run("note,rotation_deg,pose_id,flexion_deg,adduction_deg\nx, 1e1 ,mine,+90,007\n")
    assert [rows[0][name] for name in ("pose_id", *hip.ANGLES)] == ["mine", "+90", "007", "1e1", "0"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "the table is empty"),
        ("flexion_deg;adduction_deg;rotation_deg\n1;2;3\n", "semicolons"),
        ("flexion,adduction_deg,rotation_deg\n1,2,3\n", "flexion_deg is missing"),
        (HEAD.replace("rotation", "flexion").replace("\n", ",rotation_deg\n"), "there twice"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_and_nothing_written(tmp_path, text, sentence):
    poses, out = tmp_path / "poses.csv", tmp_path / "out.csv"
    poses.write_text(text, "utf-8")
    told = type_in(poses, "--out", out)
    assert told.exit_code == 1 and sentence in told.output and "Traceback" not in told.output
    assert [path.name for path in tmp_path.iterdir()] == ["poses.csv"]


def test_nothing_is_overwritten_unasked(tmp_path):
    poses, out = tmp_path / "poses.csv", tmp_path / "out.csv"
    poses.write_text(HEAD + "0,0,0\n", "utf-8")
    out.write_text("mine", "utf-8")
    assert "--force" in type_in(poses, "--out", out).output and out.read_text("utf-8") == "mine"
    assert "already there" in type_in(poses, "--out", poses).output
    assert type_in(poses, "--out", out, "--force").exit_code == 0 and out.read_text("utf-8") != "mine"


def test_files_that_are_no_tables_get_a_sentence(tmp_path):
    (tmp_path / "photo.csv").write_bytes(b"\x89PNG\xff\xfe\x00" * 50)
    for name in ("photo.csv", "missing.csv", "."):
        told = type_in(tmp_path / name, "--out", tmp_path / "out.csv")
        assert told.exit_code == 1 and "Traceback" not in told.output
    assert not (tmp_path / "out.csv").exists()


def test_a_table_is_piped_through_and_a_spreadsheets_mark_is_no_column(tmp_path):
    marked = tmp_path / "marked.csv"
    marked.write_bytes(b"\xef\xbb\xbf" + (HEAD + "0,0,0\r\n").encode())
    assert type_in(marked, "--out", tmp_path / "out.csv").exit_code == 0
    told = type_in("-", "--out", "-", piped=HEAD + "0,0,0\n")
    assert told.exit_code == 0 and "piri" in told.output


def test_bad_rows_make_the_command_say_so(tmp_path):
    poses = tmp_path / "poses.csv"
    poses.write_text(HEAD + "0,0,0\nten,0,0\n", "utf-8")
    told = type_in(poses, "--out", tmp_path / "out.csv")
    assert told.exit_code == 1 and "row 3" in told.output and (tmp_path / "out.csv").exists()


MEMORY = """
import sys, tracemalloc
from gluteal.publish import hip_poses

class Poses:
    def __init__(self, rows): self.rows = rows
    def __iter__(self):
        yield "flexion_deg,adduction_deg,rotation_deg\\n"
        for row in range(self.rows): yield f"{row % 100},{row % 20},{row % 40}\\n"

class Nowhere:
    def write(self, text): pass

def peak(rows):
    tracemalloc.reset_peak()
    hip_poses.solve(Poses(rows), Nowhere(), print)
    return tracemalloc.get_traced_memory()[1]

peak(2000)
tracemalloc.start()
few, many = peak(2 * hip_poses.CHUNK), peak(20 * hip_poses.CHUNK)
print(few, many)
assert many < 1.2 * few, (few, many)
"""


def test_ten_times_the_rows_take_no_more_memory():
    done = subprocess.run([sys.executable, "-c", MEMORY], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
