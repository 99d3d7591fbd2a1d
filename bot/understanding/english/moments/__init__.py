"""How English names a moment: readers of its pieces, what joins them, and what a second end of a span tells."""
