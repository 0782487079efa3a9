"""The API's own description: OpenAPI 3.1 made of what the views read and write, and its page."""
