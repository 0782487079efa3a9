"""What somebody asks on the page, and the sealed address it is answered at."""
