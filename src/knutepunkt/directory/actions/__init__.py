"""Changes to the directory. Each runs inside the caller's transaction and takes an edition."""
