"""What goes wrong with requests."""


class RequestException(IOError):
    """What goes wrong with a request."""

    def __init__(self, *args, response=None):
        super().__init__(*args)
        self.response = response


class HTTPError(RequestException):
    """An answer that is an error, where raise_for_status() was asked."""


class ConnectionError(RequestException):
    """The server cannot be reached, or went away."""


class Timeout(RequestException):
    """It took too long."""


class ConnectTimeout(ConnectionError, Timeout):
    """It took too long to connect."""


class ReadTimeout(Timeout):
    """It took too long to answer."""


class TooManyRedirects(RequestException):
    """One redirect led to another without end."""


class InvalidURL(RequestException, ValueError):
    """The address makes no sense."""


class MissingSchema(RequestException, ValueError):
    """The address does not begin with http://."""


class InvalidSchema(RequestException, ValueError):
    """The address is of a kind that is not supported."""


class ChunkedEncodingError(RequestException):
    """The body ended too early, or makes no sense."""


class ContentDecodingError(RequestException):
    """The body is compressed."""


class StreamConsumedError(RequestException, TypeError):
    """The body has been read already, piece by piece."""


class InvalidJSONError(RequestException):
    """Something is no JSON."""


class JSONDecodeError(InvalidJSONError, ValueError):
    """The body is no JSON."""
