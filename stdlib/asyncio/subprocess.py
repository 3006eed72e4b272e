"""Other programs, whose pipes are streams."""
import asyncio
import posix
import subprocess
import threading
from subprocess import DEVNULL, PIPE, STDOUT

from asyncio.streams import StreamReader, StreamReaderProtocol, StreamWriter

__all__ = ("create_subprocess_exec", "create_subprocess_shell")

_DEFAULT_LIMIT = 2 ** 16


class _Descriptor:
    """Something with a descriptor that is closed once."""

    def __init__(self, descriptor):
        self._descriptor = descriptor

    def fileno(self):
        return self._descriptor

    def close(self):
        if self._descriptor >= 0:
            descriptor, self._descriptor = self._descriptor, -1
            posix.close(descriptor)


def _take(file):
    """The descriptor of one of Popen's files, which lets go of it."""
    descriptor = posix.dup(file.fileno())
    file.close()
    return _Descriptor(descriptor)


def _when_ended(loop, popen, tell):
    """Call tell() from the loop once the process has ended and its status is known."""
    try:
        descriptor = posix.pidfd_open(popen.pid)
    except OSError:
        def wait():
            popen.wait()
            loop.call_soon_threadsafe(tell)

        threading.Thread(target=wait, daemon=True).start()
        return

    def ended():
        loop.remove_reader(descriptor)
        posix.close(descriptor)
        popen.wait()
        tell()

    loop.add_reader(descriptor, ended)


class Process:
    """A program that runs beside this one."""

    def __init__(self, loop, popen):
        self._loop = loop
        self._popen = popen
        self._waiters = []
        self.pid = popen.pid
        self.stdin = self.stdout = self.stderr = None
        self._returncode = None
        _when_ended(loop, popen, self._ended)

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.pid}>"

    async def _connect(self, limit):
        loop, popen = self._loop, self._popen
        if popen.stdin is not None:
            protocol = StreamReaderProtocol(None, loop=loop)
            transport, _ = await loop.connect_write_pipe(lambda: protocol, _take(popen.stdin))
            self.stdin = StreamWriter(transport, protocol, None, loop)
        for name in ("stdout", "stderr"):
            file = getattr(popen, name)
            if file is not None:
                reader = StreamReader(limit=limit, loop=loop)
                await loop.connect_read_pipe(lambda: StreamReaderProtocol(reader, loop=loop), _take(file))
                setattr(self, name, reader)

    def _ended(self):
        self._returncode = self._popen.returncode
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(self._returncode)
        self._waiters.clear()

    @property
    def returncode(self):
        return self._returncode

    async def wait(self):
        """Wait until it has ended, and return its exit status."""
        if self._returncode is None:
            waiter = self._loop.create_future()
            self._waiters.append(waiter)
            await waiter
        return self._returncode

    def send_signal(self, signal):
        if self._returncode is not None:
            raise ProcessLookupError()
        self._popen.send_signal(signal)

    def terminate(self):
        if self._returncode is not None:
            raise ProcessLookupError()
        self._popen.terminate()

    def kill(self):
        if self._returncode is not None:
            raise ProcessLookupError()
        self._popen.kill()

    async def _feed_stdin(self, input):
        try:
            if input is not None:
                self.stdin.write(input)
            await self.stdin.drain()
        except (BrokenPipeError, ConnectionResetError):
            pass
        self.stdin.close()

    async def _nothing(self):
        return None

    async def communicate(self, input=None):
        """Feed it `input`, gather what it writes to pipes, wait for its end: (stdout, stderr)."""
        feeding = self._feed_stdin(input) if self.stdin is not None else self._nothing()
        out = self.stdout.read() if self.stdout is not None else self._nothing()
        err = self.stderr.read() if self.stderr is not None else self._nothing()
        _, out, err = await asyncio.gather(feeding, out, err)
        await self.wait()
        return out, err


def _check_options(shell, options):
    for name in ("universal_newlines", "text"):
        if options.pop(name, False):
            raise ValueError(f"{name} must be False")
    for name in ("encoding", "errors"):
        if options.pop(name, None) is not None:
            raise ValueError(f"{name} must be None")
    if options.pop("bufsize", 0) != 0:
        raise ValueError("bufsize must be 0")
    if options.pop("shell", shell) != shell:
        raise ValueError(f"shell must be {shell}")


def _check_words(*words):
    for word in words:
        if not isinstance(word, (str, bytes)) and not hasattr(word, "__fspath__"):
            raise TypeError(f"expected str, bytes or os.PathLike object, not {type(word).__name__}")


async def _create(args, shell, stdin, stdout, stderr, limit, options):
    _check_options(shell, options)
    loop = asyncio.get_running_loop()
    process = Process(loop, subprocess.Popen(args, shell=shell, stdin=stdin, stdout=stdout, stderr=stderr, bufsize=0,
                                             **options))
    try:
        await process._connect(limit)
    except:
        process._popen.kill()
        raise
    return process


async def create_subprocess_exec(program, *args, stdin=None, stdout=None, stderr=None, limit=_DEFAULT_LIMIT, **kwds):
    """Start a program with arguments."""
    _check_words(program, *args)
    return await _create([program, *args], False, stdin, stdout, stderr, limit, kwds)


async def create_subprocess_shell(cmd, stdin=None, stdout=None, stderr=None, limit=_DEFAULT_LIMIT, **kwds):
    """Start a command in the shell."""
    if not isinstance(cmd, (bytes, str)):
        raise ValueError("cmd must be a string")
    return await _create(cmd, True, stdin, stdout, stderr, limit, kwds)
