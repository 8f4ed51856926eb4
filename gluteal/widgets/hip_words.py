"""Words of the hip explorer that belong to no table."""

SHORT_NAMES = {
    "gmax1": "Gluteus maximus, upper",
    "gmax2": "Gluteus maximus, middle",
    "gmax3": "Gluteus maximus, lower",
    "gmed1": "Gluteus medius, front",
    "gmed2": "Gluteus medius, middle",
    "gmed3": "Gluteus medius, back",
    "gmin1": "Gluteus minimus, front",
    "gmin2": "Gluteus minimus, middle",
    "gmin3": "Gluteus minimus, back",
    "piri": "Piriformis",
    "tfl": "Tensor fasciae latae",
    "qf": "Quadratus femoris",
    "gem": "Gemelli",
}
VIEW_TITLES = {"posterior": "From behind", "lateral": "From the right side"}

# Title and text of each part of the card.
CARD = (
    (
        "What it is",
        "Thirteen lines of one adult model (Delp 1990), each from bone to bone through fixed "
        "points. Lengths and turning arms are exact for these lines. Read them as “about”: whole "
        "percent and whole millimetres.",
    ),
    (
        "What it is not",
        "It is not you, nor any patient. It has no muscle bulk, capsule, ligament, fascia or "
        "skin, no strain, no passive force, no stiffness, no feeling of a stretch. A longer line "
        "does not show that a muscle is tight.",
    ),
    (
        "Straight lines",
        "In deep flexion a straight line can run through the head of the femur: the table then "
        "says so. The second form of the model bends it over a ball of 24 mm. The truth of a "
        "living hip is neither.",
    ),
    (
        "Where cadavers disagree",
        "Against four cadaver hips (Delp 1999) the rotation arms are off by about 10 mm in the "
        "mean; 23 of 24 signs agree. The piriformis changes sign at 57° here and near 61° in "
        "those hips; an ultrasound study of 26 hips (Waldner) found no change of sign. In three "
        "hips it lengthened more (Vaarbakken 2014): 35 mm against 19 here.",
    ),
    (
        "Percent",
        "Percent is of the whole line with its tendon, knee straight. The tensor fasciae latae is "
        "mostly tendon and band, the piriformis mostly belly: do not rank muscles by percent.",
    ),
    (
        "Bones",
        "The pelvis is that of the plates. The femur is a simplified solid fitted to them; the "
        "upper shin is schematic. The model’s pelvis is laid onto the plates by one turn; its "
        "points lie up to 28 mm from theirs.",
    ),
)
