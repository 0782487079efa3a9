"""The map beside an answer, drawn on the server."""
