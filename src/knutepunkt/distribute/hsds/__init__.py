"""The Human Services Data Specification 3.0: one group is a service, one meeting a schedule."""
