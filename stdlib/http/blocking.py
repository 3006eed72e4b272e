"""Requests over blocking sockets, for urllib.request and requests: connections are kept and used again."""
import select
import socket
from asyncio import IncompleteReadError, LimitOverrunError

from http.messages import LAST_CHUNK, chunk, head_bytes, keeps_alive, read_response

_LONGEST_HEAD = 65536


def complete(coroutine):
    """Run a coroutine that never waits: its result."""
    try:
        coroutine.send(None)
    except StopIteration as end:
        return end.value
    raise RuntimeError("the coroutine waits")


class Connection:
    """A socket that is read as a StreamReader is, though nobody but the thread waits."""

    def __init__(self, host, port, timeout):
        self._sock = socket.create_connection((host, port), timeout)
        self._ahead = b""

    def close(self):
        self._sock.close()

    def set_timeout(self, timeout):
        self._sock.settimeout(timeout)

    def is_quiet(self):
        """Has nothing come since the last answer? The end of a connection that was closed meanwhile comes, too."""
        return not self._ahead and not select.select([self._sock], [], [], 0)[0]

    def send(self, head, body):
        """Send a message. A body that is not bytes is an iterable of bytes, sent in chunks."""
        if isinstance(body, bytes):
            self._sock.sendall(head + body)
            return
        self._sock.sendall(head)
        for part in body:
            if part:
                self._sock.sendall(chunk(part))
        self._sock.sendall(LAST_CHUNK)

    def _fill(self):
        more = self._sock.recv(65536)
        self._ahead += more
        return bool(more)

    def _take(self, count):
        data, self._ahead = self._ahead[:count], self._ahead[count:]
        return data

    async def readuntil(self, separators):
        while True:
            ends = [found + len(each) for each in separators if (found := self._ahead.find(each)) >= 0]
            if ends:
                return self._take(min(ends))
            if len(self._ahead) > _LONGEST_HEAD:
                raise LimitOverrunError("no separator found", len(self._ahead))
            if not self._fill():
                raise IncompleteReadError(self._take(len(self._ahead)), None)

    async def readline(self):
        while (end := self._ahead.find(b"\n") + 1) == 0:
            if len(self._ahead) > _LONGEST_HEAD:
                raise ValueError("no end of the line found")
            if not self._fill():
                return self._take(len(self._ahead))
        return self._take(end)

    async def read(self, count):
        if self._ahead:
            return self._take(count)
        return self._sock.recv(count)


class ConnectTimedOut(TimeoutError):
    """The server did not take the connection in time."""


class Incoming:
    """The body of an answer, which holds its connection until it has been read to the end or closed."""

    def __init__(self, body, connection):
        self.body = body
        self._connection = connection

    def read_part(self, most):
        """The next bytes, at most so many; b"": that was all. OSError, BadMessage or Disconnected where it fails."""
        return complete(self.body.read_part(most))

    def read(self):
        """All that is left."""
        return complete(self.body.read())

    def close(self):
        """Give up what has not been read."""
        if not self.body.at_end:
            self._connection.close()


class Pool:
    """Connections that wait for their next request, by host and port."""

    def __init__(self):
        self._idle = {}

    def close(self):
        for connections in self._idle.values():
            for connection in connections:
                connection.close()
        self._idle.clear()

    def _connect(self, idle, host, port, timeout):
        """A kept connection that still lives, or a new one."""
        connect_timeout, read_timeout = timeout
        while idle:
            connection = idle.pop()
            if connection.is_quiet():
                break
            connection.close()
        else:
            connection = Connection(host, port, connect_timeout)
        connection.set_timeout(read_timeout)
        return connection

    def exchange(self, host, port, method, target, headers, body, timeout):
        """Send a request: (version, status, reason, headers, Incoming). `timeout`: seconds to connect and seconds between
        bytes, None: for ever. OSError (of which ConnectTimedOut is one), BadMessage or Disconnected where it fails."""
        if not isinstance(body, bytes):
            headers["Transfer-Encoding"] = "chunked"
        idle = self._idle.setdefault((host, port), [])
        try:
            connection = self._connect(idle, host, port, timeout)
        except TimeoutError as error:
            raise ConnectTimedOut(*error.args) from error
        try:
            connection.send(head_bytes(f"{method} {target} HTTP/1.1", headers.items()), body)
            version, status, reason, answered, content = complete(read_response(connection, method))
        except:
            connection.close()
            raise

        def done():
            if not content.until_end and keeps_alive(version, answered) and not headers.has_word("Connection", "close"):
                idle.append(connection)
            else:
                connection.close()

        if content.at_end:
            done()
        else:
            content.when_done = done
        return version, status, reason, answered, Incoming(content, connection)

