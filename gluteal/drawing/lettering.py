"""Letters: how wide a text is, and how it is broken into lines."""

from functools import lru_cache


@lru_cache(maxsize=2048)
def text_width_pt(text, size, weight="normal"):
    """Return the width of the widest line of a text, points, in the sans face that matplotlib brings.

    Examples
    --------
    >>> text_width_pt("Femur", 11) < text_width_pt("Gluteus medius", 11)
    True
    """
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    face = FontProperties(family="DejaVu Sans", size=size, weight=weight)
    return max(
        text_to_path.get_text_width_height_descent(line, face, ismath=False)[0] for line in text.split("\n")
    )


def wrap(text, width_pt, size, weight="normal"):
    """Break a text into lines no wider than ``width_pt`` where words allow it.

    Examples
    --------
    >>> wrap("Inferior gemellus", 70, 11)
    'Inferior\\ngemellus'
    >>> wrap(joined("by 11 studies", 2), 60, 11)
    'by\\n11\\xa0studies'
    """
    lines = []
    for word in _breakable(text, width_pt, size, weight):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width_pt(longer, size, weight) <= width_pt:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)


def joined(text, words):
    """Return a text whose last words never part at the end of a line.

    Examples
    --------
    >>> joined("meta-analysis, 11 studies", 2)
    'meta-analysis, 11\\xa0studies'
    """
    return NO_BREAK.join(text.rsplit(" ", words - 1))


def balanced(text, width_pt, size, weight="normal"):
    """Break a text as `wrap` does, in as many lines, and these as even as words allow.

    Examples
    --------
    >>> balanced("Posterior inferior iliac spine", 130, 11)
    'Posterior inferior\\niliac spine'
    """
    best, narrower = wrap(text, width_pt, size, weight), width_pt - _STEP_PT
    while narrower > 0:
        tried = wrap(text, narrower, size, weight)
        if tried.count("\n") > best.count("\n") or tried.split() != best.split():
            break
        best, narrower = tried, narrower - _STEP_PT
    return best


_STEP_PT = 3.0
NO_BREAK = "\N{NO-BREAK SPACE}"
"""Between words that stay on one line."""


def _breakable(text, width_pt, size, weight):
    """The words of a text; one that is wider than a line in pieces, with hyphens."""
    for word in filter(None, text.replace("\n", " ").split(" ")):
        while len(word) > 3 and text_width_pt(word, size, weight) > width_pt:
            fits = [
                n for n in range(3, len(word) - 2) if text_width_pt(f"{word[:n]}-", size, weight) <= width_pt
            ]
            if not fits:
                break
            cut = _cut(word, max(fits))
            yield word[:cut] + "-" * word[cut - 1].isalnum()
            word = word[cut:]
        yield word


def _cut(word, most):
    """Where to break a word: after a hyphen of its own, else before a consonant that a vowel follows."""
    own = word.rfind("-", 3, most) + 1
    if own:
        return own
    vowels = "aeiouyäöüéèêàáâíóúœæ"
    good = [
        n
        for n in range(3, most + 1)
        if word[n].lower() not in vowels and word[n + 1 : n + 2].lower() in vowels
    ]
    return max(good, default=most) if good and max(good) > most // 2 else most
