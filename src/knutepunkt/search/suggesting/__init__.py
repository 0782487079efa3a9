"""What somebody may be about to write."""
