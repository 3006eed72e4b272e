"""What a client asks a server."""
from aiohttp.content_headers import ContentHeaders
from aiohttp.multidict import MultiDictProxy
from aiohttp.streams import StreamReader
from http.messages import PART, keeps_alive
from urllib.parse import parse_qsl, unquote


class Request(ContentHeaders):
    """A request whose body is on its way: read(), text(), json(), post() and content wait for it."""

    def __init__(self, app, writer, message):
        self.app = app
        self.transport = writer.transport
        self.method, self.path_qs, self.version, self.headers, self._incoming = message
        target = self.path_qs.partition("#")[0]
        if target[:1] != "/" and "//" in target:
            target = "/" + target.partition("//")[2].partition("/")[2]  # as proxies are asked
        path, _, self.query_string = target.partition("?")
        self.path = unquote(path) if "%" in path else path
        self.match_info = {}
        self._writer = writer
        self._values = {}
        self._query = self._post = self._body = self._content = None

    def __repr__(self):
        return f"<Request {self.method} {self.path} >"

    def __getitem__(self, key):
        return self._values[key]

    def __setitem__(self, key, value):
        self._values[key] = value

    def __contains__(self, key):
        return key in self._values

    def get(self, key, default=None):
        return self._values.get(key, default)

    @property
    def query(self):
        if self._query is None:
            self._query = _pairs(self.query_string)
        return self._query

    @property
    def cookies(self):
        found = {}
        for part in self.headers.get("Cookie", "").split(";"):
            name, equals, value = part.strip().partition("=")
            if equals:
                found[name] = value.strip('"')
        return found

    @property
    def host(self):
        return self.headers.get("Host", "")

    @property
    def scheme(self):
        return "http"

    @property
    def url(self):
        return f"http://{self.host}{self.path_qs}"

    @property
    def remote(self):
        peer = self.transport.get_extra_info("peername")
        return peer[0] if peer else None

    @property
    def keep_alive(self):
        return keeps_alive(self.version, self.headers)

    @property
    def body_exists(self):
        return not self._incoming.at_end or bool(self._body)

    @property
    def can_read_body(self):
        return not self._incoming.at_end

    @property
    def content(self):
        if self._content is None:
            self._content = StreamReader(self._incoming.read_part)
        return self._content

    async def read(self):
        if self._body is None:
            most = self.app._client_max_size
            parts, there = [], 0
            while part := await self._incoming.read_part():
                parts.append(part)
                there += len(part)
                if most and there > most:
                    from aiohttp.web_exceptions import HTTPRequestEntityTooLarge
                    raise HTTPRequestEntityTooLarge(most, there)
            self._body = b"".join(parts)
        return self._body

    async def text(self):
        return (await self.read()).decode(self.headers.charset("utf-8"))

    async def json(self, *, loads=None):
        if loads is None:
            from json import loads
        return loads(await self.text())

    async def post(self):
        """The fields of a form."""
        if self._post is None:
            kind = self.headers.content_type("")
            if kind not in ("", "application/x-www-form-urlencoded"):
                raise NotImplementedError(f"Bide's aiohttp reads no forms of type {kind}")
            self._post = _pairs(await self.text())
        return self._post

    async def _skip(self, most):
        """Read what the handler has left of the body. False: it is more than `most` bytes."""
        while most > 0 and not self._incoming.at_end:
            most -= len(await self._incoming.read_part(PART))
        return self._incoming.at_end


def _pairs(text):
    return MultiDictProxy(parse_qsl(text, keep_blank_values=True))
