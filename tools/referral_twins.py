"""Text twins of the pain maps, made from the words of the tables: ``python -m tools.referral_twins``.

Writes the rows ``referral-...`` of ``data/figures.csv`` anew and leaves all others as they are. Run it after
a change to ``trigger_points.csv`` or ``referral/mimics.csv``, then ``make figures``.
"""

import csv
import io

from gluteal import paths
from gluteal.catalogue import load
from gluteal.catalogue.referral import referral_patterns

from .referral_sheets import sheet_rows

COLUMNS = ("name", "title", "alt", "text", "sources", "credit")
LONGEST_ALT = 150
VIEW_WORDS = {"posterior": "from behind", "lateral": "from the side", "anterior": "from the front"}
DRAWN_AFTER = ("hubmap_ccf", "bodyparts3d", "z_anatomy")
CREDIT = (
    "Drawn for this pack, CC BY-SA 4.0. Proportions of the body guided by the Visible Human male and female "
    "of the HuBMAP CCF 3D Reference Object Library, CC BY 4.0. Bones and muscles after BodyParts3D, © The "
    "Database Center for Life Science, and Z-Anatomy, CC BY-SA 4.0."
)
TYPICAL = "A typical map, not a diagnosis; edges are soft because nobody knows them exactly."


def short_name(pattern):
    """Return the name of a pattern for a title: ``Gluteus maximus, TrP1``."""
    if pattern.source == "mimic":
        return pattern.name
    point = load().trigger_points[pattern.id]
    keys = (pattern.muscle_id, *point.other_muscle_ids)
    first, *others = dict.fromkeys(load().muscles[key].name.split(",")[0] for key in keys)
    muscles = " and ".join([first, *(name.lower() for name in others)])
    if point.other_muscle_ids or point.portion == "whole":
        return muscles
    return f"{muscles}, {point.label if point.label[-1].isdigit() else point.portion}"


def rows():
    """Return the rows of all pain maps, in the order of the figures: list of dict."""
    points = [one for one in referral_patterns().values() if one.source == "trigger-point"]
    return [_row(pattern) for pattern in points] + sheet_rows(row, short_name, _inside)


def row(name, title, alt, text, source_keys):
    """Return one row."""
    sources = "|".join(dict.fromkeys([*source_keys, *DRAWN_AFTER]))
    return dict(zip(COLUMNS, (name, title, alt, text, sources, CREDIT), strict=True))


def _row(pattern):
    name = short_name(pattern)
    alt = _cut(f"Pain map of {_inside(name)}. Essential zone: {_inside(pattern.essential_words)}")
    return row(f"referral-{pattern.id}", f"Pain map: {name}", alt, _text(pattern, name), pattern.source_keys)


def _text(pattern, name):
    point = load().trigger_points[pattern.id]
    views = [words for view, words in VIEW_WORDS.items() if pattern.of(view)]
    grade = load().grades[pattern.grade]
    parts = [
        f"Where pain from {_inside(name)} is felt, on the right side of the body {_listed(views)}. {TYPICAL}",
        f"An X marks the trigger point: {_inside(point.location)}.",
        f"Essential zone, dark and dotted: {_inside(point.essential_zone)}.",
        _spillover(pattern, point),
        f"Side: {point.side}. Grade: {grade.name} ({_inside(grade.meaning)}).",
        f"How it was checked: {_inside(point.verification)}.",
        "Because it is weakly sourced, outlines are broken and tones faint." if pattern.dashed else "",
        "Below, a small drawing shows where the point lies.",
    ]
    return " ".join(part for part in parts if part)


def _spillover(pattern, point):
    if not any(zone.kind == "spillover" for zone in pattern.zones):
        return "No spillover zone is drawn."
    return f"Spillover zone, paler and hatched: {_inside(point.spillover_zone)}."


def _inside(words):
    """Words as they stand inside a sentence: no capital unless a name or an abbreviation begins them."""
    return words[:1].lower() + words[1:] if words[1:2].islower() or words[1:2] == " " else words


def _listed(words):
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _cut(text):
    """A text no longer than an alternative text may be, cut between words."""
    if len(text) < LONGEST_ALT:
        return f"{text}."
    return f"{text[: LONGEST_ALT - 2].rsplit(' ', 1)[0].rstrip(',;(')} …"


def merged(text, new):
    """Return the text of the table with the rows of pain maps replaced where they stand, or added last."""
    records = _records(text)
    ours = [number for number, line in enumerate(records) if line.startswith("referral-")]
    kept = [line for line in records if not line.startswith("referral-")]
    place = ours[0] if ours else len(kept)
    return "".join([*kept[:place], written(new), *kept[place:]])


def written(new):
    """Return rows as lines of the table."""
    held = io.StringIO()
    csv.DictWriter(held, COLUMNS, lineterminator="\n").writerows(new)
    return held.getvalue()


def _records(text):
    """Lines of the table as they are; a cell with line breaks stays whole."""
    records, open_quote = [], False
    for line in text.splitlines(keepends=True):
        if open_quote:
            records[-1] += line
        else:
            records.append(line)
        open_quote ^= line.count('"') % 2 == 1
    return records


def main():
    """Write the rows."""
    file = paths.data_dir() / "figures.csv"
    file.write_text(merged(file.read_text(encoding="utf-8"), rows()), encoding="utf-8")
    print(f"{len(rows())} text twins of pain maps are in data/figures.csv")


if __name__ == "__main__":
    main()
