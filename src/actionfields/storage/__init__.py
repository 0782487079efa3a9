"""How a field lies on disk: a folder of CSV, a JSON file or SQLite; each holds the whole of it."""
