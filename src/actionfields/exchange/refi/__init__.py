"""REFI-QDA 1.5: projects (.qdpx) and codebooks (.qdc), in and out.

Reference: REFI-QDA Standard 1.5 (2019), qdasoftware.org.
"""
