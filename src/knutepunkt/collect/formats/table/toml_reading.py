"""Reads a mapping file's text."""

import tomllib

from knutepunkt.collect.formats.table.mapping import ColumnMapping, mapping_from
from knutepunkt.collect.formats.table.mapping_faults import MappingFault, located, unreadable


def parse(toml_text: str) -> ColumnMapping:
    """The mapping of a TOML text. Raises CollectError that names line, key and remedy."""
    try:
        return mapping_from(tomllib.loads(toml_text))
    except tomllib.TOMLDecodeError as error:
        raise unreadable(error) from None
    except MappingFault as error:
        raise located(error, toml_text) from None
