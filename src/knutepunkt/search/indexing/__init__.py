"""From the directory to the index: what it keeps of each group, and how it keeps up."""
