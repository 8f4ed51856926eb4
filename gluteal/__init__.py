"""Interactive lessons on myofascial pain and trigger points of the gluteal muscles."""
