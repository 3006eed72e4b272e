"""Other programs as a transport, whose protocol is told what their pipes say and that they have ended.

The loop's subprocess_exec() and subprocess_shell() call the functions here with the loop as their first argument.
"""
import subprocess
from subprocess import PIPE

from asyncio.protocols import Protocol
from asyncio.subprocess import _check_options, _check_words, _take, _when_ended
from asyncio.transports import SubprocessTransport


class _PipeProtocol(Protocol):
    """Of the pipe that the program knows as descriptor `fd`."""

    def __init__(self, process, fd):
        self._process = process
        self._fd = fd
        self.transport = None
        self.lost = False

    def connection_made(self, transport):
        self.transport = transport

    def connection_lost(self, exc):
        self.lost = True
        self._process._tell("pipe_connection_lost", self._fd, exc)
        self._process._end_if_all_is_over()

    def data_received(self, data):
        self._process._tell("pipe_data_received", self._fd, data)

    def pause_writing(self):
        self._process._protocol.pause_writing()

    def resume_writing(self):
        self._process._protocol.resume_writing()


class _UnixSubprocessTransport(SubprocessTransport):

    def __init__(self, loop, protocol, popen):
        super().__init__({"subprocess": popen})
        self._loop = loop
        self._protocol = protocol
        self._popen = popen
        self._returncode = None
        self._pipes = {}
        self._closed = False
        self._untold = []  # what happens before connection_made(); None: it is told at once
        self._over = False
        _when_ended(loop, popen, self._ended)

    def __repr__(self):
        state = ["closed"] if self._closed else []
        state.append(f"pid={self._popen.pid}")
        state.append("running" if self._returncode is None else f"returncode={self._returncode}")
        for fd, name in enumerate(("stdin", "stdout", "stderr")):
            if fd in self._pipes:
                state.append(f"{name}={self._pipes[fd].transport}")
        return f"<{self.__class__.__name__} {' '.join(state)}>"

    async def _connect(self):
        loop, popen = self._loop, self._popen
        for fd, file in enumerate((popen.stdin, popen.stdout, popen.stderr)):
            if file is not None:
                connect = loop.connect_read_pipe if fd else loop.connect_write_pipe
                protocol = _PipeProtocol(self, fd)
                await connect(lambda: protocol, _take(file))
                self._pipes[fd] = protocol
        loop.call_soon(self._protocol.connection_made, self)
        untold, self._untold = self._untold, None
        for name, args in untold:
            self._tell(name, *args)
        self._end_if_all_is_over()

    def _tell(self, name, *args):
        if self._untold is None:
            self._loop.call_soon(getattr(self._protocol, name), *args)
        else:
            self._untold.append((name, args))

    def _ended(self):
        self._returncode = self._popen.returncode
        self._tell("process_exited")
        self._end_if_all_is_over()

    def _end_if_all_is_over(self):
        if self._returncode is None or self._untold is not None or self._over:
            return
        if all(pipe.lost for pipe in self._pipes.values()):
            self._over = True
            self._loop.call_soon(self._connection_lost)

    def _connection_lost(self):
        try:
            self._protocol.connection_lost(None)
        finally:
            self._protocol = None

    def get_pid(self):
        return self._popen.pid

    def get_returncode(self):
        return self._returncode

    def get_pipe_transport(self, fd):
        return self._pipes[fd].transport if fd in self._pipes else None

    def get_protocol(self):
        return self._protocol

    def set_protocol(self, protocol):
        self._protocol = protocol

    def is_closing(self):
        return self._closed

    def close(self):
        if self._closed:
            return
        self._closed = True
        for pipe in self._pipes.values():
            pipe.transport.close()
        if self._returncode is None:
            self._popen.kill()

    def send_signal(self, signal):
        if self._over or self._returncode is not None:
            raise ProcessLookupError()
        self._popen.send_signal(signal)

    def terminate(self):
        self.send_signal(15)

    def kill(self):
        self.send_signal(9)


async def _begin(loop, protocol_factory, args, shell, stdin, stdout, stderr, options):
    _check_options(shell, options)
    protocol = protocol_factory()
    popen = subprocess.Popen(args, shell=shell, stdin=stdin, stdout=stdout, stderr=stderr, bufsize=0, **options)
    transport = _UnixSubprocessTransport(loop, protocol, popen)
    try:
        await transport._connect()
    except:
        transport.close()
        raise
    return transport, protocol


async def subprocess_exec(loop, protocol_factory, program, *args, stdin=PIPE, stdout=PIPE, stderr=PIPE, **kwargs):
    _check_words(program, *args)
    return await _begin(loop, protocol_factory, [program, *args], False, stdin, stdout, stderr, kwargs)


async def subprocess_shell(loop, protocol_factory, cmd, *, stdin=PIPE, stdout=PIPE, stderr=PIPE, **kwargs):
    if not isinstance(cmd, (bytes, str)):
        raise ValueError("cmd must be a string")
    return await _begin(loop, protocol_factory, cmd, True, stdin, stdout, stderr, kwargs)
