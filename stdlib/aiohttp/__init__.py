"""HTTP for coroutines, without TLS: the core of aiohttp's client here, of its server in aiohttp.web."""
from aiohttp.client import ClientResponse, ClientSession, ClientTimeout, request
from aiohttp.client_exceptions import (
    ClientConnectionError, ClientConnectorError, ClientError, ClientOSError, ClientPayloadError, ClientResponseError,
    ConnectionTimeoutError, ContentTypeError, InvalidURL, ServerConnectionError, ServerDisconnectedError,
    ServerTimeoutError, SocketTimeoutError, TooManyRedirects,
)
from aiohttp.connector import TCPConnector
from aiohttp.streams import StreamReader
