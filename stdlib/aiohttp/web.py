"""A server for coroutines: handlers by method and path, requests, responses."""
import asyncio

from http.messages import PHRASES, BadMessage, Disconnected, Headers, drive_stream, head_bytes, keeps_alive, read_request
from urllib.parse import parse_qsl, unquote, urlsplit


class Request:
    """What a client asks."""

    def __init__(self, app, transport, method, target, version, headers, body):
        self.app = app
        self.transport = transport
        self.method = method
        self.path_qs = target
        self.version = version
        self.headers = headers
        parts = urlsplit("//-" + target if target.startswith("/") else target)
        self.path = unquote(parts.path)
        self.query_string = parts.query
        self.query = dict(parse_qsl(parts.query, keep_blank_values=True))
        self.rel_url = parts
        self.match_info = {}
        self._body = body
        self._values = {}

    def __repr__(self):
        return f"<Request {self.method} {self.path} >"

    def __getitem__(self, key):
        return self._values[key]

    def __setitem__(self, key, value):
        self._values[key] = value

    def get(self, key, default=None):
        return self._values.get(key, default)

    @property
    def host(self):
        return self.headers.get("Host", "")

    @property
    def remote(self):
        peer = self.transport.get_extra_info("peername")
        return peer[0] if peer else None

    @property
    def content_type(self):
        return self.headers.content_type()

    @property
    def can_read_body(self):
        return bool(self._body)

    body_exists = can_read_body

    async def read(self):
        return self._body

    async def text(self):
        return self._body.decode(self.headers.charset("utf-8"))

    async def json(self):
        import json
        return json.loads(await self.text())

    async def post(self):
        return dict(parse_qsl(await self.text(), keep_blank_values=True))


class Response:
    """What a client is told."""

    def __init__(self, *, body=None, status=200, reason=None, text=None, headers=None, content_type=None, charset=None):
        if body is not None and text is not None:
            raise ValueError("body and text are not allowed together")
        self.status = status
        self.reason = PHRASES.get(status, "") if reason is None else reason
        self.headers = Headers(headers or {})
        self.body = text.encode(charset or "utf-8") if text is not None else body or b""
        if content_type is None and "Content-Type" not in self.headers:
            content_type = "text/plain" if text is not None else "application/octet-stream"
        if content_type is not None:
            if text is not None or charset:
                content_type += f"; charset={charset or 'utf-8'}"
            self.headers["Content-Type"] = content_type

    @property
    def text(self):
        return self.body.decode(self.headers.charset("utf-8"))

    @property
    def content_type(self):
        return self.headers.content_type()

    def set_status(self, status, reason=None):
        self.status = status
        self.reason = PHRASES.get(status, "") if reason is None else reason


StreamResponse = Response


def json_response(data, *, status=200, headers=None, dumps=None):
    if dumps is None:
        from json import dumps
    return Response(text=dumps(data), status=status, headers=headers, content_type="application/json")


# --- Errors as answers -------------------------------------------------------------------------------

class HTTPException(Response, Exception):
    """An answer that a handler may raise."""
    status_code = 500

    def __init__(self, *, headers=None, reason=None, text=None, content_type=None):
        reason = PHRASES.get(self.status_code, "") if reason is None else reason
        Response.__init__(self, status=self.status_code, reason=reason, headers=headers,
                          text=f"{self.status_code}: {reason}" if text is None else text, content_type=content_type)
        Exception.__init__(self, reason)


class HTTPError(HTTPException):
    """The client or the server is to blame."""


class HTTPOk(HTTPException):
    status_code = 200


class HTTPNoContent(HTTPException):
    status_code = 204


class HTTPRedirection(HTTPException):
    """What was asked for is elsewhere."""

    def __init__(self, location, **kwargs):
        super().__init__(**kwargs)
        self.location = str(location)
        self.headers["Location"] = self.location


class HTTPMovedPermanently(HTTPRedirection):
    status_code = 301


class HTTPFound(HTTPRedirection):
    status_code = 302


class HTTPSeeOther(HTTPRedirection):
    status_code = 303


class HTTPTemporaryRedirect(HTTPRedirection):
    status_code = 307


class HTTPClientError(HTTPError):
    """The client is to blame."""


class HTTPBadRequest(HTTPClientError):
    status_code = 400


class HTTPUnauthorized(HTTPClientError):
    status_code = 401


class HTTPForbidden(HTTPClientError):
    status_code = 403


class HTTPNotFound(HTTPClientError):
    status_code = 404


class HTTPMethodNotAllowed(HTTPClientError):
    status_code = 405

    def __init__(self, method, allowed_methods, **kwargs):
        super().__init__(**kwargs)
        self.headers["Allow"] = ",".join(sorted(allowed_methods))


class HTTPConflict(HTTPClientError):
    status_code = 409


class HTTPTooManyRequests(HTTPClientError):
    status_code = 429


class HTTPServerError(HTTPError):
    """The server is to blame."""


class HTTPInternalServerError(HTTPServerError):
    status_code = 500


class HTTPServiceUnavailable(HTTPServerError):
    status_code = 503


# --- Routes ------------------------------------------------------------------------------------------

class _Route:
    """A method and a path, in which {name} stands for a part without slashes."""

    def __init__(self, method, path, handler):
        if not path.startswith("/"):
            raise ValueError("path should be started with / or be empty")
        self.method = method
        self.path = path
        self.handler = handler
        self._parts = path.split("/")

    def match(self, path):
        """The parts that have names; None: another path."""
        parts = path.split("/")
        if len(parts) != len(self._parts):
            return None
        found = {}
        for wanted, part in zip(self._parts, parts):
            if wanted[:1] == "{" and wanted[-1:] == "}":
                if not part:
                    return None
                found[wanted[1:-1]] = part
            elif wanted != part:
                return None
        return found


def route(method, path, handler, **_):
    return _Route(method, path, handler)


def get(path, handler, **_):
    return _Route("GET", path, handler)


def post(path, handler, **_):
    return _Route("POST", path, handler)


def put(path, handler, **_):
    return _Route("PUT", path, handler)


def delete(path, handler, **_):
    return _Route("DELETE", path, handler)


class RouteTableDef(list):
    """Routes gathered by decorators."""

    def route(self, method, path, **_):
        def add(handler):
            self.append(_Route(method, path, handler))
            return handler
        return add

    def get(self, path, **_):
        return self.route("GET", path)

    def post(self, path, **_):
        return self.route("POST", path)

    def put(self, path, **_):
        return self.route("PUT", path)

    def delete(self, path, **_):
        return self.route("DELETE", path)


class UrlDispatcher:
    """The routes of an application."""

    def __init__(self):
        self._routes = []

    def add_route(self, method, path, handler, **_):
        self._routes.append(_Route(method, path, handler))
        return self._routes[-1]

    def add_get(self, path, handler, **_):
        return self.add_route("GET", path, handler)

    def add_post(self, path, handler, **_):
        return self.add_route("POST", path, handler)

    def add_put(self, path, handler, **_):
        return self.add_route("PUT", path, handler)

    def add_delete(self, path, handler, **_):
        return self.add_route("DELETE", path, handler)

    def add_routes(self, routes):
        self._routes += routes

    def routes(self):
        return list(self._routes)

    def resolve(self, request):
        """The handler of a request, whose match_info is filled in."""
        allowed = set()
        for candidate in self._routes:
            found = candidate.match(request.path)
            if found is None:
                continue
            if candidate.method in (request.method, "*") or (candidate.method == "GET" and request.method == "HEAD"):
                request.match_info = found
                return candidate.handler
            allowed.add(candidate.method)
        if allowed:
            raise HTTPMethodNotAllowed(request.method, allowed)
        raise HTTPNotFound()


class Application:
    """Routes, what surrounds their handlers, and values that they share."""

    def __init__(self, *, middlewares=(), **_):
        self.router = UrlDispatcher()
        self.middlewares = list(middlewares)
        self.on_startup = []
        self.on_shutdown = []
        self.on_cleanup = []
        self._values = {}

    def __getitem__(self, key):
        return self._values[key]

    def __setitem__(self, key, value):
        self._values[key] = value

    def __contains__(self, key):
        return key in self._values

    def get(self, key, default=None):
        return self._values.get(key, default)

    def add_routes(self, routes):
        self.router.add_routes(routes)

    async def _handle(self, request):
        try:
            handler = self.router.resolve(request)
        except HTTPException as error:
            handler = _raising(error)
        for middleware in reversed(self.middlewares):
            handler = _surrounded(middleware, handler)
        try:
            response = await handler(request)
        except HTTPException as error:
            return error
        if not isinstance(response, Response):
            raise TypeError(f"Request handler should return Response instance, got {type(response)!r}")
        return response


def middleware(function):
    """Marks a coroutine function (request, handler) as middleware."""
    return function


def _raising(error):
    async def handler(request):
        raise error
    return handler


def _surrounded(middleware, handler):
    async def surrounded(request):
        return await middleware(request, handler)
    return surrounded


# --- Serving -----------------------------------------------------------------------------------------

class AppRunner:
    """An application that serves connections."""

    def __init__(self, app, **_):
        self.app = app
        self._sites = []
        self._connections = set()

    @property
    def addresses(self):
        return [sock.getsockname() for site in self._sites for sock in site._server.sockets]

    async def setup(self):
        for function in self.app.on_startup:
            await function(self.app)

    async def cleanup(self):
        for site in self._sites:
            site._server.close()
        for function in self.app.on_shutdown:
            await function(self.app)
        for task in list(self._connections):
            task.cancel()
        if self._connections:
            await asyncio.wait(self._connections)
        for function in self.app.on_cleanup:
            await function(self.app)

    async def _serve(self, reader, writer):
        task = asyncio.current_task()
        self._connections.add(task)
        try:
            while await self._exchange(reader, writer):
                pass
        except (Disconnected, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            self._connections.discard(task)
            writer.close()

    async def _exchange(self, reader, writer):
        """One request and its answer; true if there may be another."""
        try:
            message = await drive_stream(read_request(), reader)
        except (BadMessage, ValueError) as error:
            self._send(writer, "GET", HTTPBadRequest(text=f"400: {error}"), False)
            return False
        if message is None:
            return False
        method, target, version, headers, body = message
        request = Request(self.app, writer.transport, method, target, version, headers, body)
        try:
            response = await self.app._handle(request)
        except Exception as error:
            asyncio.get_running_loop().call_exception_handler({"message": "Error handling request", "exception": error})
            response = HTTPInternalServerError(text="500 Internal Server Error\n\nServer got itself in trouble")
        alive = keeps_alive(version, headers) and not response.headers.has_word("Connection", "close")
        self._send(writer, method, response, alive)
        await writer.drain()
        return alive

    @staticmethod
    def _send(writer, method, response, alive):
        headers = Headers(response.headers)
        headers["Content-Length"] = len(response.body)
        headers.setdefault("Server", "Bide-aiohttp")
        headers["Connection"] = "keep-alive" if alive else "close"
        head = head_bytes(f"HTTP/1.1 {response.status} {response.reason}", headers)
        writer.write(head if method == "HEAD" else head + response.body)


class TCPSite:
    """A host and port at which an application is served."""

    def __init__(self, runner, host=None, port=None, **_):
        self._runner = runner
        self._host = host
        self._port = 8080 if port is None else port
        self._server = None

    @property
    def name(self):
        return f"http://{self._host or '0.0.0.0'}:{self._port}"

    async def start(self):
        self._server = await asyncio.start_server(self._runner._serve, self._host, self._port)
        self._runner._sites.append(self)

    async def stop(self):
        self._server.close()


async def _run_app(app, host, port, print):
    runner = AppRunner(await app if asyncio.iscoroutine(app) else app)
    await runner.setup()
    try:
        site = TCPSite(runner, host, port)
        await site.start()
        if print:
            places = ", ".join(f"http://{place[0]}:{place[1]}" for place in runner.addresses)
            print(f"======== Running on {places} ========\n(Press CTRL+C to quit)")
        await asyncio.get_running_loop().create_future()
    finally:
        await runner.cleanup()


def run_app(app, *, host=None, port=None, print=print, **_):
    """Serve an application until Ctrl-C."""
    try:
        asyncio.run(_run_app(app, host, port, print))
    except KeyboardInterrupt:
        pass
