"""UUIDs for the rows that HSDS wants an id of, the same in every answer."""

from hashlib import blake2b


def id_of(*what: str) -> str:
    """The UUID (version 8) for something told by its names; a third of the cost of uuid5."""
    digits = blake2b("\n".join(what).encode(), digest_size=16, person=b"knutepunkt").hexdigest()
    return f"{digits[:8]}-{digits[8:12]}-8{digits[13:16]}-a{digits[17:20]}-{digits[20:]}"
