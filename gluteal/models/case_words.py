"""What is said in a case room: the questions of its five stages, and sentences with places to fill in."""

INVENTED = "This person is invented. The case is an exercise, no model of a patient and no diagnosis."

STEPS = {
    "treat": "Treat, and look again after some weeks",
    "soon": "Refer to a doctor soon, and do not treat as if it were muscle",
    "urgent": "Refer to a doctor urgently, within days",
    "same-day": "Arrange to be seen by a doctor today",
    "emergency": "Send to the emergency department at once",
}
"""What can come next, from the least urgent; the same five in every case."""

STAGES = ("history", "drawing", "examination", "hypothesis", "plan")
NAMES = {
    "history": "History", "drawing": "Pain drawing", "examination": "Examination",
    "hypothesis": "Hypothesis", "plan": "Plan",
}  # fmt: skip
ASKS = {
    "history": "Which of this has to be followed up before anything else?",
    "drawing": "Which typical map does the drawing resemble most?",
    "examination": "You have time for three. Which examinations tell most, after this history?",
    "hypothesis": "What leads now?",
    "plan": "What is the next step?",
}
"""The question of each stage."""

NONE_OF_IT = "None of it. Ask about every red flag, as with everybody, and go on"
SERIOUS = "Something serious that has to be ruled out first"
HARMLESS = "As it is told this changes nothing. Questions about red flags are asked in everybody."
ALL_DENIED = "Every question about red flags was asked and answered with no."
FOLLOW_UP = "This has to be followed up at once: it belongs to “{name}”."
MISSED = "Then a sentence is left over that must not be: “{told}” It belongs to “{name}”."
STOP_HERE = (
    "In the room you would stop here: {action}. Go on to see why neither drawing nor examination would have "
    "told you."
)
DRAWING_AFTER = "A drawing shows where it hurts, not why. {remark}"
TELLS = "It can move {first} and {second} apart by {points}: {sentence}."
TELLS_LITTLE = "After this history it moves the leading ones ({names}) apart by {points} at most."
TELLS_NOTHING = "After this history none of the leading ones ({names}) expects anything of it."
POINTS = "{score} points of the teaching model."
FOR = " For it: {reasons}."
AGAINST = " Against it: {reasons}."
NO_FLAG = " No answer points to a red flag, so nothing has to be ruled out first that was not asked."
FLAG_HERE = " With a red flag nothing is ranked: points do not count against danger."
SERIOUS_RIGHT = "Yes: {name}. {action}."
SERIOUS_WRONG = (
    "Every red flag was asked and denied. Keep asking: an answer can change from one visit to the next."
)
STEP_RIGHT = "Yes. {action}."
STEP_TREAT = (
    "Yes: no red flag is present. Say what would change your mind (new weakness, numbness in the saddle "
    "area, trouble with bladder or bowel, fever, a fall), and when you look again."
)
STEP_DEFICIT = (
    " Here a nerve root has lost something: measure it at each visit and let the doctor know of it. If it "
    "grows, or another root joins, it is an emergency."
)
STEP_SOON_DEFICIT = (
    "Can be defended: a nerve root has lost something, and a doctor should know of it. Without a red flag "
    "you may also treat, and measure strength, feeling and reflex at each visit. Which is right for whom no "
    "source of this pack says; marked weakness speaks for the doctor."
)
STEP_NEEDLESS = (
    "There is no red flag. Somebody else's appointment costs this person weeks, worry and perhaps a picture "
    "that shows what is usual for the age."
)
STEP_TOO_SLOW = "Too late. {action}."
STEP_TOO_FAST = "Safe, and faster than it has to be. {action}."
MADE_FROM = "The case was made from: {name}. The drawing was painted in and round the map of {pattern}."
LOOKED_LIKE = "It was made to look like {name}; behind it stands a red flag: {flag}."
LEADS = "By complaints and findings {names} lead{s}."
ERRS = "That is not what the case was made from. Tests err, and a case drawn by lot shows it."
PLAN_NONE = "No plan of exercises before a doctor has looked: {action}."
PLAN_GOAL = "A plan of “{goal}”, because no finding forbids it; refused is what “{findings}” rules out."
PLAN_FREE = "A plan of “{goal}”; no finding of the list forbids an exercise."
