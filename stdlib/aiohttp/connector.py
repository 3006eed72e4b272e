"""Connections of a client: opened when there is none, kept for the next request when one is done with them."""
import asyncio
import socket
from time import monotonic

from aiohttp.client_exceptions import ClientConnectorError


class Connection:
    """A connection to a server, in the hands of one request."""

    def __init__(self, connector, place, reader, writer):
        self.reader = reader
        self.writer = writer
        self.used_before = False
        self.idle_since = 0.0
        self._connector = connector
        self._place = place
        self._held = True

    def release(self):
        """For the next request."""
        if self._held:
            self._held = False
            self.used_before = True
            self._connector._take_back(self._place, self)

    def close(self):
        self.writer.close()
        if self._held:
            self._held = False
            self._connector._take_back(self._place, None)


class TCPConnector:
    """At most `limit` connections at a time, and `limit_per_host` to one place; 0: any number. One that waits for a
    request longer than `keepalive_timeout` seconds is not used again."""

    def __init__(self, *, limit=100, limit_per_host=0, force_close=False, keepalive_timeout=15.0,
                 family=socket.AF_UNSPEC, local_addr=None, ssl=None):
        if force_close and keepalive_timeout != 15.0:
            raise ValueError("keepalive_timeout cannot be set if force_close is True")
        self._limit = limit
        self._limit_per_host = limit_per_host
        self._force_close = force_close
        self._keepalive_timeout = keepalive_timeout
        self._options = {"family": family, "local_addr": local_addr}
        self._room = asyncio.Semaphore(limit) if limit else None
        self._room_at = {}  # by place: a semaphore
        self._idle = {}  # by place: connections that wait for a request
        self._closed = False

    @property
    def limit(self):
        return self._limit

    @property
    def limit_per_host(self):
        return self._limit_per_host

    @property
    def force_close(self):
        return self._force_close

    @property
    def closed(self):
        return self._closed

    async def close(self):
        self._closed = True
        for connections in self._idle.values():
            for connection in connections:
                connection.writer.close()
        self._idle.clear()

    async def _connect(self, place, timeout):
        """A connection to place, a (host, port); it may take `timeout` seconds once it is its turn."""
        if self._room_at_place(place) is not None:
            await self._room_at_place(place).acquire()
        try:
            if self._room is not None:
                await self._room.acquire()
            try:
                return self._kept(place) or await self._open(place, timeout)
            except:
                if self._room is not None:
                    self._room.release()
                raise
        except:
            if self._room_at_place(place) is not None:
                self._room_at_place(place).release()
            raise

    def _room_at_place(self, place):
        if not self._limit_per_host:
            return None
        if place not in self._room_at:
            self._room_at[place] = asyncio.Semaphore(self._limit_per_host)
        return self._room_at[place]

    def _kept(self, place):
        idle = self._idle.get(place)
        while idle:
            connection = idle.pop()
            if not connection.reader.at_eof() and monotonic() - connection.idle_since <= self._keepalive_timeout:
                connection._held = True
                return connection
            connection.writer.close()
        return None

    async def _open(self, place, timeout):
        try:
            async with asyncio.timeout(timeout):
                reader, writer = await asyncio.open_connection(*place, **self._options)
        except TimeoutError:
            raise
        except OSError as error:
            raise ClientConnectorError(*place, error) from error
        return Connection(self, place, reader, writer)

    def _take_back(self, place, connection):
        """A request is done with its connection; None: it is closed."""
        if connection is not None:
            if self._force_close or self._closed:
                connection.writer.close()
            else:
                connection.idle_since = monotonic()
                self._idle.setdefault(place, []).append(connection)
        if self._room is not None:
            self._room.release()
        if self._room_at_place(place) is not None:
            self._room_at_place(place).release()
