"""What goes wrong with a client's requests."""
import asyncio


class ClientError(Exception):
    """What goes wrong with a request."""


class ClientResponseError(ClientError):
    """An answer that is an error, where raise_for_status() was asked."""

    def __init__(self, status, message, url, headers=None, history=()):
        super().__init__(status, message, url)
        self.status = status
        self.message = message
        self.url = url
        self.headers = headers
        self.history = history

    def __str__(self):
        return f"{self.status}, message={self.message!r}, url={self.url!r}"


class ContentTypeError(ClientResponseError):
    """The body is not of the kind that was asked for."""


class TooManyRedirects(ClientResponseError):
    """One redirect led to another without end."""


class ClientPayloadError(ClientError):
    """The body ended too early, or makes no sense."""


class ClientConnectionError(ClientError):
    """The connection failed."""


class ClientOSError(ClientConnectionError, OSError):
    """The system says why."""


class ClientConnectorError(ClientOSError):
    """The server cannot be reached."""

    def __init__(self, host, port, error):
        super().__init__(error.errno, error.strerror)
        self.host = host
        self.port = port
        self.os_error = error

    def __str__(self):
        return f"Cannot connect to host {self.host}:{self.port} ssl:default [{self.strerror}]"


class ServerConnectionError(ClientConnectionError):
    """The server does something wrong."""


class ServerDisconnectedError(ServerConnectionError):
    """The server went away."""

    def __init__(self, message="Server disconnected"):
        super().__init__(message)
        self.message = message


class ServerTimeoutError(ServerConnectionError, asyncio.TimeoutError):
    """A step took too long: to connect, or to read. A request that takes too long as a whole raises TimeoutError."""


class ConnectionTimeoutError(ServerTimeoutError):
    """It took too long to connect."""


class SocketTimeoutError(ServerTimeoutError):
    """Nothing came for too long."""


class InvalidURL(ClientError, ValueError):
    """The address makes no sense."""
