"""Which painter draws which kind of structure.

A painter gets the structure and how much of it to show (`gluteal.drawing.marks.Show`), and returns marks.
"""

from gluteal.drawing.bony import bone
from gluteal.drawing.flesh import muscle
from gluteal.drawing.integument import skin
from gluteal.drawing.membranes import bursa, fascia, ligament
from gluteal.drawing.strands import strand

PAINTERS = {
    "bone": bone, "muscle": muscle, "tendon": ligament, "ligament": ligament, "fascia": fascia,
    "nerve": strand, "vessel": strand, "bursa": bursa, "skin": skin,
}  # fmt: skip
