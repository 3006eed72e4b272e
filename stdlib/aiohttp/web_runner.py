"""Serving an application: its runner, the places at which it is served, and run_app()."""
import _thread
import asyncio
import signal

from aiohttp.web_exceptions import HTTPBadRequest, HTTPInternalServerError
from aiohttp.web_request import Request
from aiohttp.web_response import StreamResponse
from http.messages import BadMessage, Body, Disconnected, Headers, read_request

_MOST_SKIPPED = 1024 ** 2  # bytes of a body that no handler has read
_CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"


def _refuse_access_log(access_log):
    if access_log is not None:
        raise NotImplementedError("Bide's aiohttp writes no access log: only access_log=None is supported")


class AppRunner:
    """An application that serves connections. One that is idle for `keepalive_timeout` seconds is closed; cleanup() gives
    the handlers for which a client waits `shutdown_timeout` seconds to finish."""

    def __init__(self, app, *, handle_signals=False, access_log=None, keepalive_timeout=75.0, shutdown_timeout=60.0):
        _refuse_access_log(access_log)
        self.app = app
        self._handle_signals = handle_signals
        self._keepalive_timeout = keepalive_timeout
        self._shutdown_timeout = shutdown_timeout
        self._sites = []
        self._connections = {}  # tasks, one for each connection, and what they read from
        self._idle = set()  # those of them that wait for a request
        self._closing = False

    @property
    def addresses(self):
        return [sock.getsockname() for site in self._sites for sock in site._server.sockets]

    @property
    def sites(self):
        return set(self._sites)

    async def setup(self):
        if self._handle_signals:
            loop = asyncio.get_running_loop()
            task = asyncio.current_task()
            for number in (signal.SIGINT, signal.SIGTERM):
                loop.add_signal_handler(number, task.cancel)
        await self.app.startup()

    async def cleanup(self):
        """Stop to listen, let the handlers finish, then run what the application has for its end."""
        self._closing = True
        for site in self._sites:
            site._server.close()
        for task, reader in self._connections.items():
            if task in self._idle or reader.at_eof():
                task.cancel()
        await self.app.shutdown()
        if self._connections:
            await asyncio.wait(list(self._connections), timeout=self._shutdown_timeout)
        for task in self._connections:
            task.cancel()
        if self._connections:
            await asyncio.wait(list(self._connections))
        await self.app.cleanup()
        self._sites.clear()

    async def _serve(self, reader, writer):
        task = asyncio.current_task()
        self._connections[task] = reader
        try:
            while await self._exchange(task, reader, writer):
                pass
        except (Disconnected, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            del self._connections[task]
            self._idle.discard(task)
            writer.close()

    async def _exchange(self, task, reader, writer):
        """One request and its answer; true if there may be another."""
        self._idle.add(task)
        deadline = asyncio.get_running_loop().call_later(self._keepalive_timeout, writer.close)
        try:
            message = await read_request(reader)
        except (BadMessage, ValueError) as error:
            nothing = "GET", "/", "HTTP/1.0", Headers(), Body(reader, 0, False)
            await HTTPBadRequest(text=f"400: {error}")._finish(Request(self.app, writer, nothing))
            return False
        finally:
            deadline.cancel()
            self._idle.discard(task)
        if message is None:
            return False
        request = Request(self.app, writer, message)
        if request.headers.get("Expect", "").lower() == "100-continue":
            writer.write(_CONTINUE)
        try:
            response = await self.app._handle(request)
        except BadMessage as error:
            response = HTTPBadRequest(text=f"400: {error}")
            response.force_close()
        except (Disconnected, ConnectionError):
            raise
        except Exception as error:
            _thread._report_exception("Error handling request", error)
            response = HTTPInternalServerError(text="500 Internal Server Error\n\nServer got itself in trouble")
            response.force_close()
        if self._closing:
            response.force_close()
        await response._finish(request)
        return response.keep_alive and (request._incoming.at_end or await request._skip(_MOST_SKIPPED))


class TCPSite:
    """A host and port at which an application is served."""

    def __init__(self, runner, host=None, port=None, *, backlog=128, reuse_address=None, reuse_port=None):
        self._runner = runner
        self._host = host
        self._port = 8080 if port is None else port
        self._options = {"backlog": backlog, "reuse_address": reuse_address, "reuse_port": reuse_port}
        self._server = None

    @property
    def name(self):
        return f"http://{self._host or '0.0.0.0'}:{self._port}"

    async def start(self):
        self._server = await asyncio.start_server(self._runner._serve, self._host, self._port, **self._options)
        self._runner._sites.append(self)

    async def stop(self):
        self._server.close()
        self._runner._sites.remove(self)


class SockSite:
    """A socket, bound already, at which an application is served."""

    def __init__(self, runner, sock, *, backlog=128):
        self._runner = runner
        self._sock = sock
        self._backlog = backlog
        self._server = None

    @property
    def name(self):
        host, port = self._sock.getsockname()[:2]
        return f"http://{host}:{port}"

    async def start(self):
        self._server = await asyncio.start_server(self._runner._serve, sock=self._sock, backlog=self._backlog)
        self._runner._sites.append(self)

    async def stop(self):
        self._server.close()
        self._runner._sites.remove(self)


async def _run_app(app, host, port, sock, print, backlog, reuse_address, reuse_port, runner_options):
    runner = AppRunner(await app if asyncio.iscoroutine(app) else app, **runner_options)
    await runner.setup()
    try:
        sites = []
        if sock is None or host is not None or port is not None:
            for each in host if isinstance(host, (list, tuple)) else (host,):
                sites.append(TCPSite(runner, each, port, backlog=backlog, reuse_address=reuse_address,
                                     reuse_port=reuse_port))
        for each in sock if isinstance(sock, (list, tuple)) else (sock,) if sock is not None else ():
            sites.append(SockSite(runner, each, backlog=backlog))
        for site in sites:
            await site.start()
        if print:
            names = sorted([site.name for site in sites])
            print(f"======== Running on {', '.join(names)} ========\n(Press CTRL+C to quit)")
        await asyncio.get_running_loop().create_future()
    finally:
        await runner.cleanup()


def run_app(app, *, host=None, port=None, sock=None, shutdown_timeout=60.0, keepalive_timeout=75.0, print=print,
            backlog=128, access_log=None, handle_signals=True, reuse_address=None, reuse_port=None):
    """Serve an application until Ctrl-C or SIGTERM: then stop to listen, let the handlers finish, clean up."""
    options = {"handle_signals": handle_signals, "access_log": access_log, "keepalive_timeout": keepalive_timeout,
               "shutdown_timeout": shutdown_timeout}
    try:
        asyncio.run(_run_app(app, host, port, sock, print, backlog, reuse_address, reuse_port, options))
    except (asyncio.CancelledError, KeyboardInterrupt):
        pass
