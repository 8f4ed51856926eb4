"""Publishing: run the lessons and store their live pictures, and turn them into pages that need no kernel."""
