"""Groups on another site's pages: a page for an iframe, or a piece of HTML to put in."""
