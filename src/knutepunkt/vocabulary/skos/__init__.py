"""The vocabulary as SKOS, in Turtle and JSON-LD, both ways."""
