"""What a seeker sees: a search, its answer, a page for each group, and nothing that remembers.

Takes in questions from forms and groups from the directory; hands on pages. Promises: no cookie,
no script, nothing fetched from elsewhere; what somebody typed or chose never stands in an address,
a title or a log; every page says which groups are fictitious.
"""
