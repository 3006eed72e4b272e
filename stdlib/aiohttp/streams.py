"""The body of a message as a stream, which programs read as it comes."""


class StreamReader:
    """Bytes that come by and by. `read_part` is a coroutine function that returns the next ones, b"" at the end."""

    def __init__(self, read_part):
        self._read_part = read_part
        self._ahead = b""
        self._at_end = False

    async def _fill(self):
        """Is there anything ahead?"""
        if not self._ahead and not self._at_end:
            self._ahead = await self._read_part()
            self._at_end = not self._ahead
        return bool(self._ahead)

    def _take(self, count):
        data, self._ahead = self._ahead[:count], self._ahead[count:]
        return data

    def at_eof(self):
        return self._at_end and not self._ahead

    async def read(self, n=-1):
        """At most n bytes, as soon as there are some; all, for a negative n."""
        if n >= 0:
            return self._take(n) if n and await self._fill() else b""
        parts = []
        while await self._fill():
            parts.append(self._take(len(self._ahead)))
        return b"".join(parts)

    async def readany(self):
        return self._take(len(self._ahead)) if await self._fill() else b""

    async def readexactly(self, n):
        from asyncio import IncompleteReadError
        parts, there = [], 0
        while there < n:
            part = await self.read(n - there)
            if not part:
                raise IncompleteReadError(b"".join(parts), n)
            parts.append(part)
            there += len(part)
        return b"".join(parts)

    async def readline(self):
        parts = []
        while await self._fill():
            end = self._ahead.find(b"\n") + 1
            parts.append(self._take(end or len(self._ahead)))
            if end:
                break
        return b"".join(parts)

    async def iter_chunked(self, n):
        while part := await self.read(n):
            yield part

    async def iter_any(self):
        while part := await self.readany():
            yield part

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if not line:
            raise StopAsyncIteration
        return line
