"""An application: its routes, what surrounds their handlers, and values that they share."""
from aiohttp.web_exceptions import HTTPException
from aiohttp.web_response import StreamResponse
from aiohttp.web_routes import UrlDispatcher


class AppKey:
    """A name for a value of an application, distinct from all others."""

    def __init__(self, name, t=object):
        self._name = name
        self._type = t

    def __repr__(self):
        return f"<AppKey({self._name}, type={self._type.__name__})>"


class Application:
    """What a server runs. Startup, shutdown and cleanup functions are coroutine functions of the application;
    cleanup_ctx holds asynchronous generator functions that are run to their yield at startup and to their end at cleanup.
    """

    def __init__(self, *, middlewares=(), client_max_size=1024 ** 2):
        self.router = UrlDispatcher()
        self.middlewares = list(middlewares)
        self.on_startup = []
        self.on_shutdown = []
        self.on_cleanup = []
        self.cleanup_ctx = []
        self._client_max_size = client_max_size
        self._values = {}
        self._contexts = []

    def __getitem__(self, key):
        return self._values[key]

    def __setitem__(self, key, value):
        self._values[key] = value

    def __delitem__(self, key):
        del self._values[key]

    def __contains__(self, key):
        return key in self._values

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def get(self, key, default=None):
        return self._values.get(key, default)

    def add_routes(self, routes):
        self.router.add_routes(routes)

    async def startup(self):
        for function in self.cleanup_ctx:
            context = function(self).__aiter__()
            await context.__anext__()
            self._contexts.append(context)
        for function in self.on_startup:
            await function(self)

    async def shutdown(self):
        for function in self.on_shutdown:
            await function(self)

    async def cleanup(self):
        for context in reversed(self._contexts):
            try:
                await context.__anext__()
            except StopAsyncIteration:
                pass
            else:
                raise RuntimeError(f"{context!r} has more than one 'yield'")
        self._contexts.clear()
        for function in self.on_cleanup:
            await function(self)

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
        if not isinstance(response, StreamResponse):
            raise TypeError(f"the handler of {request.method} {request.path} returned no response, but {response!r}")
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
