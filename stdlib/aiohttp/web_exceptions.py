"""Answers that a handler may raise."""
from aiohttp.web_response import Response
from http.messages import PHRASES as _PHRASES


class HTTPException(Response, Exception):
    """An answer that a handler may raise."""
    status_code = -1

    def __init__(self, *, headers=None, reason=None, text=None, content_type=None):
        reason = _PHRASES.get(self.status_code, "") if reason is None else reason
        if text is None and self.status_code not in (204, 205, 304):
            text = f"{self.status_code}: {reason}"
        Response.__init__(self, status=self.status_code, reason=reason, headers=headers, text=text,
                          content_type=content_type)
        Exception.__init__(self, reason)

    def __bool__(self):
        return True


class HTTPError(HTTPException):
    """The client or the server is to blame."""


class HTTPSuccessful(HTTPException):
    """It has been done."""


class HTTPRedirection(HTTPException):
    """What was asked for is elsewhere."""


class HTTPClientError(HTTPError):
    """The client is to blame."""


class HTTPServerError(HTTPError):
    """The server is to blame."""


class _HTTPMove(HTTPRedirection):
    def __init__(self, location, *, headers=None, reason=None, text=None, content_type=None):
        if not location:
            raise ValueError("HTTP redirects need a location to redirect to.")
        super().__init__(headers=headers, reason=reason, text=text, content_type=content_type)
        self.location = str(location)
        self.headers["Location"] = self.location


class HTTPOk(HTTPSuccessful):
    status_code = 200


class HTTPCreated(HTTPSuccessful):
    status_code = 201


class HTTPAccepted(HTTPSuccessful):
    status_code = 202


class HTTPNoContent(HTTPSuccessful):
    status_code = 204


class HTTPMovedPermanently(_HTTPMove):
    status_code = 301


class HTTPFound(_HTTPMove):
    status_code = 302


class HTTPSeeOther(_HTTPMove):
    status_code = 303


class HTTPTemporaryRedirect(_HTTPMove):
    status_code = 307


class HTTPPermanentRedirect(_HTTPMove):
    status_code = 308


class HTTPNotModified(HTTPRedirection):
    status_code = 304


class HTTPBadRequest(HTTPClientError):
    status_code = 400


class HTTPUnauthorized(HTTPClientError):
    status_code = 401


class HTTPPaymentRequired(HTTPClientError):
    status_code = 402


class HTTPForbidden(HTTPClientError):
    status_code = 403


class HTTPNotFound(HTTPClientError):
    status_code = 404


class HTTPMethodNotAllowed(HTTPClientError):
    status_code = 405

    def __init__(self, method, allowed_methods, *, headers=None, reason=None, text=None, content_type=None):
        super().__init__(headers=headers, reason=reason, text=text, content_type=content_type)
        self.allowed_methods = set(allowed_methods)
        self.method = method.upper()
        self.headers["Allow"] = ",".join(sorted(self.allowed_methods))


class HTTPNotAcceptable(HTTPClientError):
    status_code = 406


class HTTPRequestTimeout(HTTPClientError):
    status_code = 408


class HTTPConflict(HTTPClientError):
    status_code = 409


class HTTPGone(HTTPClientError):
    status_code = 410


class HTTPLengthRequired(HTTPClientError):
    status_code = 411


class HTTPPreconditionFailed(HTTPClientError):
    status_code = 412


class HTTPRequestEntityTooLarge(HTTPClientError):
    status_code = 413

    def __init__(self, max_size, actual_size, *, headers=None, reason=None, text=None, content_type=None):
        if text is None:
            text = f"Maximum request body size {max_size} exceeded, actual body size {actual_size}"
        super().__init__(headers=headers, reason=reason, text=text, content_type=content_type)


class HTTPRequestURITooLong(HTTPClientError):
    status_code = 414


class HTTPUnsupportedMediaType(HTTPClientError):
    status_code = 415


class HTTPUnprocessableEntity(HTTPClientError):
    status_code = 422


class HTTPPreconditionRequired(HTTPClientError):
    status_code = 428


class HTTPTooManyRequests(HTTPClientError):
    status_code = 429


class HTTPInternalServerError(HTTPServerError):
    status_code = 500


class HTTPNotImplemented(HTTPServerError):
    status_code = 501


class HTTPBadGateway(HTTPServerError):
    status_code = 502


class HTTPServiceUnavailable(HTTPServerError):
    status_code = 503


class HTTPGatewayTimeout(HTTPServerError):
    status_code = 504
