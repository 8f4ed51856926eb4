"""Pictures: style, backend-neutral art, two backends, labels, and one module per family of figures."""
