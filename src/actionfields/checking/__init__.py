"""What must be true of a field before anything is computed from it."""
