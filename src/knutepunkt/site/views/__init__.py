"""What each address answers: read the request, ask once, render."""
