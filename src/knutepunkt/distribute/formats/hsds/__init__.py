"""HSDS 3.0 in files: services as the API gives them, a line each or as a package of tables."""
