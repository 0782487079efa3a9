"""The world tests run in: nothing of the developer's, nobody else's network."""

import os
import socket
import tempfile
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from pytest_socket import SocketConnectBlockedError


def test_the_data_folder_is_a_temporary_one() -> None:
    assert Path(settings.DATA).parent == Path(tempfile.gettempdir()).resolve()
    assert os.environ["KNUTEPUNKT_DATA"] == str(settings.DATA)


def test_the_database_is_the_one_asked_for() -> None:
    wanted = "postgresql" if os.environ.get("KNUTEPUNKT_TEST_POSTGRES") else "sqlite"

    assert connection.vendor == wanted


def test_names_are_not_looked_up() -> None:
    with pytest.raises(OSError, match=r"look up no names, and this one asked for example\.org"):
        socket.getaddrinfo("example.org", 443)


@pytest.mark.filterwarnings("ignore:A test tried to use:UserWarning")
def test_addresses_elsewhere_are_not_connected_to() -> None:
    with pytest.raises(SocketConnectBlockedError), socket.socket() as link:
        link.connect(("192.0.2.1", 80))


def test_this_machine_can_be_looked_up() -> None:
    assert socket.getaddrinfo("127.0.0.1", 80)[0][4] == ("127.0.0.1", 80)
