"""Models: numbers computed from facts. They need numpy only; each says what it does not explain."""
