"""What the other pages tell: the first one, themes, places, organisations, terms, lists."""
