"""Sockets of the system: addresses, connections, and bytes that go to and fro."""
from _socket import *

error = OSError
timeout = TimeoutError
has_ipv6 = True


def create_connection(address, timeout=None, source_address=None, *, all_errors=False):
    """Connect to (host, port), trying every address that the host has, and return the socket."""
    host, port = address
    errors = []
    for family, kind, protocol, _, place in getaddrinfo(host, port, 0, SOCK_STREAM):
        made = None
        try:
            made = socket(family, kind, protocol)
            if timeout is not None:
                made.settimeout(timeout)
            if source_address:
                made.bind(source_address)
            made.connect(place)
            return made
        except OSError as problem:
            errors.append(problem)
            if made is not None:
                made.close()
    if not errors:
        raise OSError("getaddrinfo returns an empty list")
    if all_errors:
        raise ExceptionGroup("create_connection failed", errors)
    raise errors[0]


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    """Return a socket that listens at an address."""
    made = socket(family, SOCK_STREAM)
    try:
        made.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        if reuse_port:
            made.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
        if family == AF_INET6:
            made.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0 if dualstack_ipv6 else 1)
        made.bind(address)
        if backlog is None:
            made.listen()
        else:
            made.listen(backlog)
        return made
    except OSError:
        made.close()
        raise
