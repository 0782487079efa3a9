"""What has changed since a cursor: exact, resumable, with tombstones."""
