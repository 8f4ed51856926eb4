"""What has to be said beside a ranking, in the words of both Python and the page."""

NO_DIAGNOSIS = "This is a teaching model. It ranks what to think of next; it does not tell what anybody has."
NOT_ASKED = (
    "Nothing is ranked yet: {count} of the questions about red flags {are} open. They come before all else."
)
URGENT = "A red flag is present. It overrides everything else: nothing is ranked until it is looked into."
NOTHING = "No answer is given yet. The order is the one before anything is known."
CLOSE = "{names} are {points} or fewer points apart: too close to tell."
TIED = "{names} have the same number of points."
NO_SUPPORT = "Nothing that was answered speaks for any of these. Think of something that is not on the list."
CONTRADICTION = "{first} – and: {second}. {sentence}"
ALONE = "Counts in full."
ABSORBED = "Adds nothing, since “{other}” already counts. {why}"
DEPENDENCE = (
    "Answers that ask about nearly the same thing form a group. In each group only the strongest answer "
    "for a hypothesis and the strongest against it count; the others add nothing."
)
ARITHMETIC = (
    "Points = points before anything is known + for each group: the largest of 0 and its points for, and the "
    "smallest of 0 and its points against. All are whole numbers. Order: by points, then by the list."
)
STUDY = (
    "Points from the likelihood ratio of one study, against one reference standard. Never pooled with others."
)
TEACHING = "Teaching weight: set for this lesson. The grade tells how sure the reason is, not the number."
POINTS = (
    "Points are no probability. Those from studies are half of what the likelihood ratio would say, at "
    "most 4, since the studies are small and their people are not the person before you."
)
TELL_APART = "What would tell {first} from {second}"
NOTHING_TELLS = "None of the open questions of this list would tell them apart clearly."
EITHER_WAY = "a yes speaks rather for {yes}, a no rather for {no}"
ONLY_YES = "a yes speaks rather for {yes}"
ONLY_NO = "a no speaks rather for {no}"


def listed(names):
    """Return names as a part of a sentence.

    Examples
    --------
    >>> listed(["Piriformis", "Gluteus medius", "Gluteus minimus"])
    'Piriformis, Gluteus medius and Gluteus minimus'
    """
    names = list(names)
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
