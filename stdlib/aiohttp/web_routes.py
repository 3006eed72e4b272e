"""Which handler answers which request: by method, and by a path in which {name} stands for a part without slashes."""
from aiohttp.web_exceptions import HTTPMethodNotAllowed, HTTPNotFound


class _Part:
    """What stands between two slashes: text, a {name}, or a {name} with text around it."""

    def __init__(self, text, path):
        self.before, opened, rest = text.partition("{")
        self.name, closed, self.after = rest.partition("}")
        if bool(opened) != bool(closed) or "{" in self.name + self.after or "}" in self.before + self.after:
            raise NotImplementedError(f"Bide's aiohttp knows one {{name}} between two slashes: {path!r}")
        if opened and not self.name.isidentifier():
            raise NotImplementedError(f"Bide's aiohttp has no regular expressions in paths: {path!r}")

    def match(self, text, found):
        if not self.name:
            return text == self.before
        end = len(text) - len(self.after)
        if end <= len(self.before) or not text.startswith(self.before) or not text.endswith(self.after):
            return False
        found[self.name] = text[len(self.before):end]
        return True


class Route:
    """A method, "*" for any of them, a path, and the coroutine function that answers."""

    def __init__(self, method, path, handler, *, allow_head=True):
        if path and not path.startswith("/"):
            raise ValueError("path should be started with / or be empty")
        self.method = method.upper()
        self.path = path
        self.handler = handler
        self._allow_head = allow_head
        self._tail = None  # the name of what is left of the path: {name:.*} at its end
        if path.endswith(":.*}"):
            path, _, self._tail = path[:-4].rpartition("{")
            if not path.endswith("/"):
                raise NotImplementedError(f"Bide's aiohttp knows {{name:.*}} behind a slash: {self.path!r}")
        self._parts = [_Part(part, path) for part in path.split("/")]
        if not any([part.name for part in self._parts]) and not self._tail:
            self._parts = None  # it is compared as a whole

    def __repr__(self):
        return f"<Route {self.method} {self.path} -> {self.handler!r}>"

    def match(self, path, parts):
        """The parts that have names, of a path and the same taken apart at its slashes; None: another path."""
        if self._parts is None:
            return {} if path == self.path else None
        found = {}
        count = len(self._parts)
        if self._tail:
            count -= 1
            if len(parts) <= count:
                return None
            found[self._tail] = "/".join(parts[count:])
        elif len(parts) != count:
            return None
        for i in range(count):
            if not self._parts[i].match(parts[i], found):
                return None
        return found

    def takes(self, method):
        return self.method == method or self.method == "*" or (
            method == "HEAD" and self.method == "GET" and self._allow_head)


def route(method, path, handler):
    return Route(method, path, handler)


def get(path, handler, *, allow_head=True):
    return Route("GET", path, handler, allow_head=allow_head)


def post(path, handler):
    return Route("POST", path, handler)


def put(path, handler):
    return Route("PUT", path, handler)


def patch(path, handler):
    return Route("PATCH", path, handler)


def delete(path, handler):
    return Route("DELETE", path, handler)


def head(path, handler):
    return Route("HEAD", path, handler)


def options(path, handler):
    return Route("OPTIONS", path, handler)


class RouteTableDef(list):
    """Routes gathered by decorators."""

    def route(self, method, path, *, allow_head=True):
        def add(handler):
            self.append(Route(method, path, handler, allow_head=allow_head))
            return handler
        return add

    def get(self, path, *, allow_head=True):
        return self.route("GET", path, allow_head=allow_head)

    def post(self, path):
        return self.route("POST", path)

    def put(self, path):
        return self.route("PUT", path)

    def patch(self, path):
        return self.route("PATCH", path)

    def delete(self, path):
        return self.route("DELETE", path)

    def head(self, path):
        return self.route("HEAD", path)

    def options(self, path):
        return self.route("OPTIONS", path)


class UrlDispatcher:
    """The routes of an application. The first that matches is taken."""

    def __init__(self):
        self._routes = []

    def add_route(self, method, path, handler, *, allow_head=True):
        self._routes.append(Route(method, path, handler, allow_head=allow_head))
        return self._routes[-1]

    def add_get(self, path, handler, *, allow_head=True):
        return self.add_route("GET", path, handler, allow_head=allow_head)

    def add_post(self, path, handler):
        return self.add_route("POST", path, handler)

    def add_put(self, path, handler):
        return self.add_route("PUT", path, handler)

    def add_patch(self, path, handler):
        return self.add_route("PATCH", path, handler)

    def add_delete(self, path, handler):
        return self.add_route("DELETE", path, handler)

    def add_head(self, path, handler):
        return self.add_route("HEAD", path, handler)

    def add_options(self, path, handler):
        return self.add_route("OPTIONS", path, handler)

    def add_routes(self, routes):
        self._routes += routes

    def routes(self):
        return list(self._routes)

    def resolve(self, request):
        """The handler of a request, whose match_info is filled in."""
        path, method = request.path, request.method
        parts = path.split("/")
        allowed = set()
        for candidate in self._routes:
            found = candidate.match(path, parts)
            if found is None:
                continue
            if candidate.takes(method):
                request.match_info = found
                return candidate.handler
            allowed.add(candidate.method)
            if candidate.takes("HEAD"):
                allowed.add("HEAD")
        if allowed:
            raise HTTPMethodNotAllowed(method, allowed)
        raise HTTPNotFound()
