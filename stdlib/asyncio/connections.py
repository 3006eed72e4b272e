"""What an event loop does with sockets and pipes: connections, servers, datagrams, and the sock_...() coroutines.

The loop's methods call the functions here with the loop as their first argument.
"""
import asyncio
import errno
import socket
from _socket import remove_socket_file
from _streams import read_pipe_transport, socket_transport, write_pipe_transport

from asyncio.transports import DatagramTransport

_OUT_OF_RESOURCES = (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM)
_ACCEPT_RETRY_DELAY = 1


def _refuse_tls(ssl):
    if ssl:
        raise NotImplementedError("Bide has no TLS: ssl= is not supported")


# --- Names and addresses -----------------------------------------------------------------------------

async def getaddrinfo(loop, host, port, *, family=0, type=0, proto=0, flags=0):
    return await loop.run_in_executor(None, socket.getaddrinfo, host, port, family, type, proto, flags)


async def getnameinfo(loop, sockaddr, flags=0):
    return await loop.run_in_executor(None, socket.getnameinfo, sockaddr, flags)


def _written_in_numbers(host, port, family, kind):
    """What getaddrinfo() says where nothing need be looked up; None: something must."""
    if not isinstance(host, str) or "%" in host or (port is not None and not isinstance(port, int)):
        return None
    proto = socket.IPPROTO_TCP if kind == socket.SOCK_STREAM else socket.IPPROTO_UDP
    for candidate, rest in ((socket.AF_INET, ()), (socket.AF_INET6, (0, 0))):
        if family in (socket.AF_UNSPEC, candidate):
            try:
                socket.inet_pton(candidate, host)
            except OSError:
                continue
            return [(candidate, kind, proto, "", (host, port or 0, *rest))]
    return None


async def _resolve(loop, host, port, *, family=0, kind=socket.SOCK_STREAM, proto=0, flags=0):
    found = _written_in_numbers(host, port, family, kind)
    if found is None:
        found = await getaddrinfo(loop, host, port, family=family, type=kind, proto=proto, flags=flags)
    if not found:
        raise OSError("getaddrinfo() returned empty list")
    return found


# --- Sockets as they are -----------------------------------------------------------------------------

def _check_non_blocking(loop, sock):
    if loop.get_debug() and sock.gettimeout() != 0:
        raise ValueError("the socket must be non-blocking")


async def _retry(watch, unwatch, sock, attempt):
    """Call attempt() whenever the socket is ready, until it does not say that it would block."""
    try:
        return attempt()
    except (BlockingIOError, InterruptedError):
        pass
    loop = asyncio.get_running_loop()
    waiter = loop.create_future()

    def try_again():
        if waiter.done():
            return
        try:
            waiter.set_result(attempt())
        except (BlockingIOError, InterruptedError):
            pass
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            waiter.set_exception(error)

    descriptor = sock.fileno()
    watch(descriptor, try_again)
    try:
        return await waiter
    finally:
        unwatch(descriptor)


async def sock_recv(loop, sock, n):
    _check_non_blocking(loop, sock)
    return await _retry(loop.add_reader, loop.remove_reader, sock, lambda: sock.recv(n))


async def sock_recvfrom(loop, sock, bufsize):
    _check_non_blocking(loop, sock)
    return await _retry(loop.add_reader, loop.remove_reader, sock, lambda: sock.recvfrom(bufsize))


async def sock_recv_into(loop, sock, buf):
    _check_non_blocking(loop, sock)
    return await _retry(loop.add_reader, loop.remove_reader, sock, lambda: sock.recv_into(buf))


async def sock_recvfrom_into(loop, sock, buf, nbytes=0):
    _check_non_blocking(loop, sock)
    size = nbytes or len(buf)
    return await _retry(loop.add_reader, loop.remove_reader, sock, lambda: sock.recvfrom_into(buf, size))


async def sock_accept(loop, sock):
    _check_non_blocking(loop, sock)
    connection, address = await _retry(loop.add_reader, loop.remove_reader, sock, sock.accept)
    connection.setblocking(False)
    return connection, address


async def sock_sendto(loop, sock, data, address):
    _check_non_blocking(loop, sock)
    return await _retry(loop.add_writer, loop.remove_writer, sock, lambda: sock.sendto(data, address))


async def sock_sendall(loop, sock, data):
    _check_non_blocking(loop, sock)
    sent = 0
    while sent < len(data):
        rest = data[sent:] if sent else data
        sent += await _retry(loop.add_writer, loop.remove_writer, sock, lambda: sock.send(rest))


async def sock_connect(loop, sock, address):
    _check_non_blocking(loop, sock)
    if sock.family in (socket.AF_INET, socket.AF_INET6):
        host, port = address[:2]
        address = (await _resolve(loop, host, port, family=sock.family, kind=sock.type, proto=sock.proto))[0][4]
    try:
        sock.connect(address)
        return
    except (BlockingIOError, InterruptedError):
        pass
    waiter = loop.create_future()

    def check():
        if waiter.done():
            return
        error = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if error:
            waiter.set_exception(OSError(error, f"Connect call failed {address}"))
        else:
            waiter.set_result(None)

    descriptor = sock.fileno()
    loop.add_writer(descriptor, check)
    try:
        await waiter
    finally:
        loop.remove_writer(descriptor)


# --- Connections -------------------------------------------------------------------------------------

def _names_of(sock, **known):
    extra = {"socket": sock}
    try:
        extra["sockname"] = sock.getsockname()
    except OSError:
        extra["sockname"] = None
    extra.update(known)
    if "peername" not in extra:
        try:
            extra["peername"] = sock.getpeername()
        except OSError:
            extra["peername"] = None
    return extra


def _without_delay(sock):
    if sock.family in (socket.AF_INET, socket.AF_INET6) and sock.type == socket.SOCK_STREAM:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


async def _begin(loop, sock, protocol_factory):
    """The transport and protocol of a connected socket, once the protocol has been told."""
    sock.setblocking(False)
    protocol = protocol_factory()
    waiter = loop.create_future()
    _without_delay(sock)
    transport = socket_transport(loop, sock, protocol, waiter, _names_of(sock), None)
    try:
        await waiter
    except:
        transport.close()
        raise
    return transport, protocol


async def _connect_to(loop, info, local_infos, problems):
    """One attempt; the errors of its kind are added to `problems`."""
    mine = []
    problems.append(mine)
    family, kind, proto, _, address = info
    sock = None
    try:
        sock = socket.socket(family, kind, proto)
        sock.setblocking(False)
        if local_infos is not None:
            for local_family, _, _, _, local in local_infos:
                if local_family != family:
                    continue
                try:
                    sock.bind(local)
                    break
                except OSError as error:
                    message = (f"error while attempting to bind on address {local!r}: "
                               f"{error.strerror.lower()}")
                    mine.append(OSError(error.errno, message))
            else:
                if mine:
                    raise mine.pop()
                raise OSError(f"no matching local address with family={family!r} found")
        await sock_connect(loop, sock, address)
        return sock
    except OSError as error:
        mine.append(error)
        if sock is not None:
            sock.close()
        raise
    except:
        if sock is not None:
            sock.close()
        raise


def _raise_first(problems, all_errors):
    errors = [error for some in problems for error in some]
    if all_errors:
        raise ExceptionGroup("create_connection failed", errors)
    if len(errors) == 1:
        raise errors[0]
    model = str(errors[0])
    if all(str(error) == model for error in errors):
        raise errors[0]
    raise OSError("Multiple exceptions: {}".format(", ".join(str(error) for error in errors)))


async def create_connection(loop, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0,
                            sock=None, local_addr=None, server_hostname=None, ssl_handshake_timeout=None,
                            ssl_shutdown_timeout=None, happy_eyeballs_delay=None, interleave=None,
                            all_errors=False):
    _refuse_tls(ssl)
    if server_hostname is not None:
        raise ValueError("server_hostname is only meaningful with ssl")
    if host is not None or port is not None:
        if sock is not None:
            raise ValueError("host/port and sock can not be specified at the same time")
        infos = await _resolve(loop, host, port, family=family, proto=proto, flags=flags)
        local_infos = None
        if local_addr is not None:
            local_infos = await _resolve(loop, *local_addr, family=family, proto=proto, flags=flags)
        problems = []
        for info in infos:
            try:
                sock = await _connect_to(loop, info, local_infos, problems)
                break
            except OSError:
                continue
        if sock is None:
            _raise_first(problems, all_errors)
    else:
        if sock is None:
            raise ValueError("host and port was not specified and no sock specified")
        if sock.type != socket.SOCK_STREAM:
            raise ValueError(f"A Stream Socket was expected, got {sock!r}")
    return await _begin(loop, sock, protocol_factory)


async def create_unix_connection(loop, protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None,
                                 ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
    _refuse_tls(ssl)
    if path is not None:
        if sock is not None:
            raise ValueError("path and sock can not be specified at the same time")
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            sock.setblocking(False)
            await sock_connect(loop, sock, path)
        except:
            sock.close()
            raise
    else:
        if sock is None:
            raise ValueError("no path and sock were specified")
        if sock.family != socket.AF_UNIX or sock.type != socket.SOCK_STREAM:
            raise ValueError(f"A UNIX Domain Stream Socket was expected, got {sock!r}")
    return await _begin(loop, sock, protocol_factory)


async def connect_accepted_socket(loop, protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None,
                                  ssl_shutdown_timeout=None):
    _refuse_tls(ssl)
    if sock.type != socket.SOCK_STREAM:
        raise ValueError(f"A Stream Socket was expected, got {sock!r}")
    return await _begin(loop, sock, protocol_factory)


# --- Servers -----------------------------------------------------------------------------------------

class AbstractServer:
    """What all servers are: every method is there, and says that it is missing."""

    def close(self):
        """Listen no more."""
        raise NotImplementedError

    def close_clients(self):
        """Close all connections."""
        raise NotImplementedError

    def abort_clients(self):
        """End all connections at once."""
        raise NotImplementedError

    def get_loop(self):
        """The event loop it listens in."""
        raise NotImplementedError

    def is_serving(self):
        """Does it accept connections?"""
        raise NotImplementedError

    async def start_serving(self):
        """Accept connections."""
        raise NotImplementedError

    async def serve_forever(self):
        """Accept connections until it is cancelled."""
        raise NotImplementedError

    async def wait_closed(self):
        """Wait until it is closed and its connections are, too."""
        raise NotImplementedError

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


class Server(AbstractServer):
    """Sockets that listen, and their connections."""

    def __init__(self, loop, sockets, protocol_factory, backlog):
        self._loop = loop
        self._sockets = sockets
        self._protocol_factory = protocol_factory
        self._backlog = backlog
        self._transports = set()
        self._waiters = []
        self._serving = False
        self._serving_forever = None

    def __repr__(self):
        return f"<{self.__class__.__name__} sockets={self.sockets!r}>"

    @property
    def sockets(self):
        return () if self._sockets is None else tuple(self._sockets)

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    def _detach(self, transport):
        self._transports.discard(transport)
        if not self._transports and self._sockets is None:
            self._wake()

    def _wake(self):
        waiters, self._waiters = self._waiters, None
        for waiter in waiters or ():
            if not waiter.done():
                waiter.set_result(waiter)

    def _listen(self):
        if self._serving:
            return
        self._serving = True
        for sock in self._sockets:
            sock.listen(self._backlog)
            self._accept_from(sock)

    def _accept_from(self, sock):
        self._loop.add_reader(sock.fileno(), self._accept, sock)

    def _accept(self, sock):
        for _ in range(self._backlog):
            try:
                connection, address = sock.accept()
            except (BlockingIOError, InterruptedError, ConnectionAbortedError):
                return
            except OSError as error:
                if error.errno not in _OUT_OF_RESOURCES:
                    raise
                self._loop.call_exception_handler({
                    "message": "socket.accept() out of system resource",
                    "exception": error,
                    "socket": sock,
                })
                self._loop.remove_reader(sock.fileno())
                self._loop.call_later(_ACCEPT_RETRY_DELAY, self._try_again, sock)
                return
            self._loop.create_task(self._begin(connection, address))

    def _try_again(self, sock):
        if self._sockets is not None:
            self._accept_from(sock)

    async def _begin(self, connection, address):
        connection.setblocking(False)
        protocol = self._protocol_factory()
        waiter = self._loop.create_future()
        _without_delay(connection)
        transport = socket_transport(self._loop, connection, protocol, waiter,
                                     _names_of(connection, peername=address), self)
        self._transports.add(transport)
        try:
            await waiter
        except:
            transport.close()
            raise

    def close(self):
        sockets = self._sockets
        if sockets is None:
            return
        self._sockets = None
        for sock in sockets:
            self._loop.remove_reader(sock.fileno())
            sock.close()
        self._serving = False
        if self._serving_forever is not None and not self._serving_forever.done():
            self._serving_forever.cancel()
            self._serving_forever = None
        if not self._transports:
            self._wake()

    def close_clients(self):
        for transport in self._transports.copy():
            transport.close()

    def abort_clients(self):
        for transport in self._transports.copy():
            transport.abort()

    async def start_serving(self):
        self._listen()
        await asyncio.sleep(0)

    async def serve_forever(self):
        if self._serving_forever is not None:
            raise RuntimeError(f"server {self!r} is already being awaited on serve_forever()")
        if self._sockets is None:
            raise RuntimeError(f"server {self!r} is closed")
        self._listen()
        self._serving_forever = self._loop.create_future()
        try:
            await self._serving_forever
        except asyncio.CancelledError:
            try:
                self.close()
                await self.wait_closed()
            finally:
                raise
        finally:
            self._serving_forever = None

    async def wait_closed(self):
        if self._sockets is None or self._waiters is None:
            return
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        await waiter


def _listening_socket(info, reuse_address, reuse_port):
    family, kind, proto, _, address = info
    try:
        sock = socket.socket(family, kind, proto)
    except OSError:
        return None
    try:
        if reuse_address:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if reuse_port:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        if family == socket.AF_INET6:
            sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        sock.bind(address)
    except OSError as error:
        sock.close()
        message = f"error while attempting to bind on address {address!r}: {error.strerror.lower()}"
        raise OSError(error.errno, message) from None
    except:
        sock.close()
        raise
    return sock


async def _serve(loop, sockets, protocol_factory, backlog, start_serving):
    server = Server(loop, sockets, protocol_factory, backlog)
    for sock in sockets:
        sock.setblocking(False)
    if start_serving:
        await server.start_serving()
    return server


async def create_server(loop, protocol_factory, host=None, port=None, *, family=socket.AF_UNSPEC,
                        flags=socket.AI_PASSIVE, sock=None, backlog=100, ssl=None, reuse_address=None,
                        reuse_port=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None,
                        start_serving=True):
    if isinstance(ssl, bool):
        raise TypeError("ssl argument must be an SSLContext or None")
    _refuse_tls(ssl)
    if host is not None or port is not None:
        if sock is not None:
            raise ValueError("host/port and sock can not be specified at the same time")
        hosts = [None] if host == "" or host is None else [host] if isinstance(host, str) else host
        answers = await asyncio.gather(*[_resolve(loop, each, port, family=family, flags=flags) for each in hosts])
        infos = dict.fromkeys(info for answer in answers for info in answer)
        sockets = []
        try:
            for info in infos:
                made = _listening_socket(info, reuse_address is None or reuse_address, reuse_port)
                if made is not None:
                    sockets.append(made)
        except:
            for made in sockets:
                made.close()
            raise
    else:
        if sock is None:
            raise ValueError("Neither host/port nor sock were specified")
        if sock.type != socket.SOCK_STREAM:
            raise ValueError(f"A Stream Socket was expected, got {sock!r}")
        sockets = [sock]
    return await _serve(loop, sockets, protocol_factory, backlog, start_serving)


def _bind_path(sock, path):
    try:
        remove_socket_file(path)
        sock.bind(path)
    except OSError as error:
        sock.close()
        if error.errno == errno.EADDRINUSE:
            raise OSError(errno.EADDRINUSE, f"Address {path!r} is already in use") from None
        raise


async def create_unix_server(loop, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None,
                             ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True):
    _refuse_tls(ssl)
    if path is not None:
        if sock is not None:
            raise ValueError("path and sock can not be specified at the same time")
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        _bind_path(sock, path)
    else:
        if sock is None:
            raise ValueError("path was not specified, and no sock specified")
        if sock.family != socket.AF_UNIX or sock.type != socket.SOCK_STREAM:
            raise ValueError(f"A UNIX Domain Stream Socket was expected, got {sock!r}")
    return await _serve(loop, [sock], protocol_factory, backlog, start_serving)


# --- Datagrams ---------------------------------------------------------------------------------------

class _SelectorDatagramTransport(DatagramTransport):
    """Datagrams to and from a socket."""
    _MOST = 256 * 1024

    def __init__(self, loop, sock, protocol, address, waiter):
        self._loop = loop
        self._sock = sock
        self._descriptor = sock.fileno()
        self._protocol = protocol
        self._address = address
        self._extra = _names_of(sock)
        self._waiting = []
        self._size = 0
        self._closing = False
        self._lost = False
        self._paused = False
        self.set_write_buffer_limits()
        loop.call_soon(protocol.connection_made, self)
        loop.call_soon(self._begin_reading)
        loop.call_soon(lambda: waiter.done() or waiter.set_result(None))

    def __repr__(self):
        state = " closed" if self._sock is None else " closing" if self._closing else ""
        return f"<{self.__class__.__name__}{state} fd={self._descriptor}>"

    def _begin_reading(self):
        if not self._closing:
            self._loop.add_reader(self._descriptor, self._receive)

    def _receive(self):
        if self._lost:
            return
        try:
            data, address = self._sock.recvfrom(self._MOST)
        except (BlockingIOError, InterruptedError):
            pass
        except OSError as error:
            self._protocol.error_received(error)
        else:
            self._protocol.datagram_received(data, address)

    def _send(self, data, address):
        if self._extra["peername"]:
            self._sock.send(data)
        else:
            self._sock.sendto(data, address)

    def sendto(self, data, addr=None):
        if not isinstance(data, (bytes, bytearray)):
            raise TypeError(f"data argument must be a bytes-like object, not {type(data).__name__!r}")
        if not data:
            return
        if self._address:
            if addr not in (None, self._address):
                raise ValueError(f"Invalid address: must be None or {self._address}")
            addr = self._address
        if self._lost:
            return
        if not self._waiting:
            try:
                self._send(data, addr)
                return
            except (BlockingIOError, InterruptedError):
                self._loop.add_writer(self._descriptor, self._send_waiting)
            except OSError as error:
                self._protocol.error_received(error)
                return
        self._waiting.append((bytes(data), addr))
        self._size += len(data)
        if self._size > self._high and not self._paused:
            self._paused = True
            self._protocol.pause_writing()

    def _send_waiting(self):
        while self._waiting:
            data, address = self._waiting[0]
            try:
                self._send(data, address)
            except (BlockingIOError, InterruptedError):
                break
            except OSError as error:
                self._protocol.error_received(error)
            del self._waiting[0]
            self._size -= len(data)
        if self._paused and self._size <= self._low:
            self._paused = False
            self._protocol.resume_writing()
        if not self._waiting:
            self._loop.remove_writer(self._descriptor)
            if self._closing:
                self._end(None)

    def _end(self, error):
        self._lost = True
        try:
            self._protocol.connection_lost(error)
        finally:
            self._sock.close()
            self._sock = self._protocol = None

    def close(self):
        if self._closing:
            return
        self._closing = True
        self._loop.remove_reader(self._descriptor)
        if not self._waiting:
            self._lost = True
            self._loop.remove_writer(self._descriptor)
            self._loop.call_soon(self._end, None)

    def abort(self):
        if self._lost:
            return
        self._waiting.clear()
        self._size = 0
        self._closing = self._lost = True
        self._loop.remove_reader(self._descriptor)
        self._loop.remove_writer(self._descriptor)
        self._loop.call_soon(self._end, None)

    def is_closing(self):
        return self._closing

    def get_protocol(self):
        return self._protocol

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_extra_info(self, name, default=None):
        return self._extra.get(name, default)

    def get_write_buffer_size(self):
        return self._size

    def get_write_buffer_limits(self):
        return (self._low, self._high)

    def set_write_buffer_limits(self, high=None, low=None):
        if high is None:
            high = 64 * 1024 if low is None else 4 * low
        if low is None:
            low = high // 4
        if not high >= low >= 0:
            raise ValueError(f"high ({high!r}) must be >= low ({low!r}) must be >= 0")
        self._high = high
        self._low = low


async def create_datagram_endpoint(loop, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0,
                                   flags=0, reuse_port=None, allow_broadcast=None, sock=None):
    remote = None
    if sock is not None:
        if sock.type == socket.SOCK_STREAM:
            raise ValueError(f"A UDP Socket was expected, got {sock!r}")
        sock.setblocking(False)
    else:
        if not (local_addr or remote_addr):
            if family == 0:
                raise ValueError("unexpected address family")
            places = [(family, proto, None, None)]
        else:
            found = {}
            for index, address in ((0, local_addr), (1, remote_addr)):
                if address is None:
                    continue
                if not (isinstance(address, tuple) and len(address) == 2):
                    raise TypeError("2-tuple is expected")
                for info in await _resolve(loop, *address, family=family, kind=socket.SOCK_DGRAM, proto=proto,
                                           flags=flags):
                    found.setdefault((info[0], info[2]), [None, None])[index] = info[4]
            places = [(*key, *pair) for key, pair in found.items()
                      if not ((local_addr and pair[0] is None) or (remote_addr and pair[1] is None))]
            if not places:
                raise ValueError("can not get address information")
        errors = []
        for place_family, place_proto, local, remote in places:
            sock = None
            try:
                sock = socket.socket(place_family, socket.SOCK_DGRAM, place_proto)
                if reuse_port:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
                if allow_broadcast:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
                sock.setblocking(False)
                if local_addr:
                    sock.bind(local)
                if remote_addr:
                    if not allow_broadcast:
                        await sock_connect(loop, sock, remote)
                break
            except OSError as error:
                if sock is not None:
                    sock.close()
                errors.append(error)
            except:
                if sock is not None:
                    sock.close()
                raise
        else:
            raise errors[0]
    protocol = protocol_factory()
    waiter = loop.create_future()
    transport = _SelectorDatagramTransport(loop, sock, protocol, remote, waiter)
    try:
        await waiter
    except:
        transport.close()
        raise
    return transport, protocol


# --- Pipes -------------------------------------------------------------------------------------------

async def _begin_pipe(loop, make, protocol_factory, pipe):
    protocol = protocol_factory()
    waiter = loop.create_future()
    transport = make(loop, pipe, protocol, waiter, {"pipe": pipe}, None)
    try:
        await waiter
    except:
        transport.close()
        raise
    return transport, protocol


async def connect_read_pipe(loop, protocol_factory, pipe):
    return await _begin_pipe(loop, read_pipe_transport, protocol_factory, pipe)


async def connect_write_pipe(loop, protocol_factory, pipe):
    return await _begin_pipe(loop, write_pipe_transport, protocol_factory, pipe)
