"""What the symptom explorer sends to the page: the ranking table, sentences, made-up people."""

from functools import cache

from gluteal.catalogue import load
from gluteal.models.reasoning import ranking_table
from gluteal.widgets.pain_records import URGENCIES

SYMPTOM_FORMAT = 1
"""Number of the form of these dicts. A page that finds another number says so instead of guessing."""

SECTIONS = {
    "complaint": "Complaints",
    "aggravating": "What makes it worse",
    "easing": "What eases it",
    "finding": "Findings and tests",
}
"""Sections of the questions and their headings."""

SAY = {
    "note": "A teaching model: it shows what to think of next and why. It does not tell what anybody has. "
    "Nothing leaves this page.",
    "flags": "Some causes of pain in back, hip or buttock need help first. Answer for the person you "
    "think of.",
    "alarm": "A sign that was answered with yes comes before everything else, so nothing is ranked. A sign "
    "is not an illness yet; it says who has to look, and how soon.",
    "after_alarm": "If this is about you or somebody near you, do not wait for the rest of this lesson. "
    "Answered by mistake? Change the answer.",
    "checks": "Leave open what nobody asked: “–” is not “no”.",
    "ask_again": "An answer calls these red flags to mind again. They were denied: ask once more.",
    "printed": "Printed from a teaching model. It lists what to think of next; it is no diagnosis.",
    "made_up": "Made up for teaching.",
}
"""Sentences of the page that the model does not say."""

EXAMPLES = {
    "three-symptoms": (
        "Buttock, thigh and a stiff hip",
        "The three symptoms of the article: pain in back and buttock, down the thigh, and a hip that "
        "turns less.",
        "buttock-pain low-back-pain thigh-pain-above-knee sitting internal-rotation-limited pressing-refers "
        "pressing-piriformis",
        "pain-below-knee numbness several-motions-limited straight-leg-raise",
    ),
    "side-of-hip": (
        "Pain at the side of the hip",
        "Over 60, cannot lie on the painful side; standing on that leg brings the pain on.",
        "lateral-hip-pain age-60 lying-on-side stairs trochanter-tender single-leg-stance "
        "resisted-derotation",
        "groin-pain shoes-and-socks low-back-pain",
    ),
    "down-the-leg": (
        "Leg worse than back",
        "Pain and tingling below the knee, worse on coughing; both nerve tests are positive.",
        "low-back-pain buttock-pain pain-below-knee leg-worse-than-back numbness coughing straight-leg-raise "
        "slump",
        "internal-rotation-limited",
    ),
    "groin": (
        "Buttock and groin",
        "Over 60, stiff in the morning, socks are hard to put on, several motions of the hip are limited.",
        "buttock-pain groin-pain age-60 morning-stiffness shoes-and-socks internal-rotation-limited "
        "several-motions-limited groin-pain-on-adduction",
        "pain-below-knee",
    ),
    "does-not-fit": (
        "Answers that do not fit",
        "Sitting makes it worse and eases it; the pain ends above the knee and runs below it.",
        "buttock-pain sitting eased-by-sitting thigh-pain-above-knee pain-below-knee slump",
        "straight-leg-raise",
    ),
    "red-flag": (
        "A red flag",
        "Pain at night in every position, unchanged by movement, and a cancer some years ago.",
        "buttock-pain low-back-pain night-pain unchanged-by-movement",
        "",
        "cancer",
    ),
}
"""Id → title, the person in a sentence, features present, features absent, red flags present."""


@cache
def symptom_records():
    """Return everything the page needs besides the answers.

    Returns
    -------
    dict
        All of `gluteal.models.reasoning.ranking_table`; besides ``format``, ``headings`` (of sections and of
        urgencies), ``tests`` (names by id), ``examples``, ``say``.

    Examples
    --------
    >>> symptom_records()["headings"]["complaint"]
    'Complaints'
    """
    table = ranking_table()
    tests = {one["test"]: load().tests[one["test"]].name for one in table["features"] if one["test"]}
    return {
        **table,
        "format": SYMPTOM_FORMAT,
        "headings": {**SECTIONS, **URGENCIES},
        "tests": tests,
        "examples": [{"id": key, **example(key)} for key in EXAMPLES],
        "say": dict(SAY),
    }


def example(name):
    """Return a made-up person: title, words, findings, red flags (all asked).

    Parameters
    ----------
    name : str
        A key of `EXAMPLES`.

    Examples
    --------
    >>> example("red-flag")["red_flags"]["cancer"]
    'present'
    """
    title, note, present, absent, *flags = EXAMPLES[name]
    findings = dict.fromkeys(present.split(), "present") | dict.fromkeys(absent.split(), "absent")
    red_flags = {key: "present" if key in flags else "absent" for key in load().red_flags}
    return {"title": title, "note": note, "findings": findings, "red_flags": red_flags}
