"""The formats the directory is written in; one folder each (docs/how-to/add-an-export.md)."""
