"""Other programs: started, talked to through pipes, waited for."""
import io
import os
import posix
import select
import signal
import time

PIPE = -1
STDOUT = -2
DEVNULL = -3


def _set_output(self, value):
    self.output = value


_alias_of_output = property(lambda self: self.output, _set_output)


class SubprocessError(Exception):
    """What goes wrong with another program."""


class CalledProcessError(SubprocessError):
    """A program that was to succeed ended with another status than 0."""

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        if self.returncode and self.returncode < 0:
            try:
                return f"Command '{self.cmd}' died with {signal.Signals(-self.returncode)!r}."
            except ValueError:
                return f"Command '{self.cmd}' died with unknown signal {-self.returncode}."
        return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."

    stdout = _alias_of_output


class TimeoutExpired(SubprocessError):
    """A program has not ended in time."""

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"

    stdout = _alias_of_output


class CompletedProcess:
    """What became of a program that was run to its end."""

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def __repr__(self):
        parts = [f"args={self.args!r}", f"returncode={self.returncode!r}"]
        if self.stdout is not None:
            parts.append(f"stdout={self.stdout!r}")
        if self.stderr is not None:
            parts.append(f"stderr={self.stderr!r}")
        return f"{type(self).__name__}({', '.join(parts)})"

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


class Popen:
    """A program that runs beside this one."""

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None,
                 close_fds=True, shell=False, cwd=None, env=None, universal_newlines=None, startupinfo=None,
                 creationflags=0, restore_signals=True, start_new_session=False, pass_fds=(), *, user=None,
                 group=None, extra_groups=None, encoding=None, errors=None, text=None, umask=-1, pipesize=-1,
                 process_group=None):
        if not isinstance(bufsize, int):
            raise TypeError("bufsize must be an integer")
        if startupinfo is not None:
            raise ValueError("startupinfo is only supported on Windows platforms")
        if creationflags != 0:
            raise ValueError("creationflags is only supported on Windows platforms")
        for name, value, default in (
                ("preexec_fn", preexec_fn, None), ("user", user, None), ("group", group, None),
                ("extra_groups", extra_groups, None), ("process_group", process_group, None), ("pass_fds", pass_fds, ()),
                ("umask", umask, -1), ("pipesize", pipesize, -1), ("restore_signals", restore_signals, True)):
            if value != default:
                raise NotImplementedError(f"Bide's Popen() has no {name}=")
        if text is not None and universal_newlines is not None and bool(text) != bool(universal_newlines):
            raise SubprocessError("Cannot disambiguate when both text and universal_newlines are supplied but different. "
                                  "Pass one or the other.")
        self.args = args
        self.returncode = None
        self.pid = None
        self.stdin = self.stdout = self.stderr = None
        self._waiting_input = None
        self._partial = None  # by file: what communicate() has read
        self.text_mode = bool(text or universal_newlines or encoding or errors)
        self.encoding = encoding
        self.errors = errors
        words = self._words(args, shell)
        mine, theirs, passing = self._pipes(stdin, stdout, stderr)
        try:
            self._start(words, executable, shell, cwd, env, theirs, start_new_session)
        except:
            for descriptor in mine.values():
                posix.close(descriptor)
            raise
        finally:
            for descriptor in passing:
                posix.close(descriptor)
        for which, name, mode in ((0, "stdin", "wb"), (1, "stdout", "rb"), (2, "stderr", "rb")):
            if which in mine:
                setattr(self, name, self._file(mine[which], mode, bufsize))

    @staticmethod
    def _words(args, shell):
        if isinstance(args, (str, bytes)):
            args = [args]
        else:
            args = [args] if hasattr(args, "__fspath__") else list(args)
        return ["/bin/sh", "-c"] + args if shell else args

    @staticmethod
    def _pipes(stdin, stdout, stderr):
        """Our ends by number, the child's three descriptors, and those of them that are ours to close."""
        mine, theirs, passing = {}, [-1, -1, -1], []
        for which, given in enumerate((stdin, stdout, stderr)):
            if given is None:
                continue
            if given == PIPE:
                reader, writer = posix.pipe()
                ours, child = (writer, reader) if which == 0 else (reader, writer)
                mine[which] = ours
                passing.append(child)
            elif given == DEVNULL:
                child = posix.open(os.devnull, posix.O_RDWR)
                passing.append(child)
            elif given == STDOUT:
                if which != 2:
                    raise ValueError("STDOUT can only be used for stderr")
                child = theirs[1] if theirs[1] >= 0 else 1
            elif isinstance(given, int):
                child = given
            else:
                child = given.fileno()
                if hasattr(given, "flush"):
                    given.flush()
            theirs[which] = child
        return mine, theirs, passing

    def _start(self, words, executable, shell, cwd, env, theirs, new_session):
        program = executable or words[0]
        if isinstance(program, bytes):
            program = program.decode()
        program = os.fspath(program)
        if "/" in program:
            candidates = [program]
        else:
            path = (os.environ if env is None else env).get("PATH", os.defpath)
            candidates = [os.path.join(folder, program) for folder in path.split(":") if folder]
        for word in words:
            if not isinstance(word, (str, bytes)) and not hasattr(word, "__fspath__"):
                raise TypeError(f"expected str, bytes or os.PathLike object, not {type(word).__name__}")
        variables = None if env is None else [f"{name}={value}" for name, value in env.items()]
        io.write_all_back()
        self.pid, error = posix.spawn(candidates, words, variables, cwd, *theirs, new_session)
        if error:
            self.pid = None
            raise OSError(abs(error), posix.strerror(abs(error)), cwd if error < 0 else program)

    def _file(self, descriptor, mode, bufsize):
        file = io.open(descriptor, mode, bufsize)
        if self.text_mode:
            file = io.TextIOWrapper(file, self.encoding, self.errors, line_buffering=bufsize == 1)
        return file

    def __repr__(self):
        shown = f"<{type(self).__name__}: returncode: {self.returncode} args: {self.args!r}>"
        return shown if len(shown) <= 80 else shown[:76] + "...>"

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        for file in (self.stdout, self.stderr):
            if file:
                file.close()
        try:
            if self.stdin:
                self.stdin.close()
        finally:
            self.wait()

    # Its end

    def _reap(self, options):
        if self.returncode is None:
            try:
                process, status = posix.waitpid(self.pid, options)
            except ChildProcessError:
                process, status = self.pid, 0
            if process == self.pid:
                self.returncode = posix.waitstatus_to_exitcode(status)
        return self.returncode

    def poll(self):
        return self._reap(posix.WNOHANG)

    def wait(self, timeout=None):
        if timeout is None:
            while self.returncode is None:
                self._reap(0)
            return self.returncode
        end = time.monotonic() + timeout
        delay = 0.0005
        while self.poll() is None:
            left = end - time.monotonic()
            if left <= 0:
                raise TimeoutExpired(self.args, timeout)
            delay = min(delay * 2, left, 0.05)
            time.sleep(delay)
        return self.returncode

    def send_signal(self, sig):
        if self.poll() is None:
            try:
                posix.kill(self.pid, sig)
            except ProcessLookupError:
                pass

    def terminate(self):
        self.send_signal(signal.SIGTERM)

    def kill(self):
        self.send_signal(signal.SIGKILL)

    # Talking to it

    def communicate(self, input=None, timeout=None):
        """Feed it `input`, gather what it writes to pipes, wait for its end: (stdout, stderr)."""
        end = None if timeout is None else time.monotonic() + timeout
        if self._partial is not None and input:
            raise ValueError("Cannot send input after starting communication")
        if self._partial is None:
            if self.stdin and self.text_mode and input is not None:
                input = input.encode(self.encoding or "utf-8", self.errors or "strict")
            self._waiting_input = bytes(input or b"")
            self._partial = {file: [] for file in (self.stdout, self.stderr) if file}
            if self.stdin:
                try:
                    self.stdin.flush()
                except BrokenPipeError:
                    pass
                posix.set_blocking(self.stdin.fileno(), False)
        self._exchange(end, timeout)
        self.wait(None if end is None else max(0, end - time.monotonic()))
        return tuple(self._gathered(file) for file in (self.stdout, self.stderr))

    def _exchange(self, end, timeout):
        writing = self.stdin is not None and not self.stdin.closed
        if writing and not self._waiting_input:
            self._close_input()
            writing = False
        reading = [file for file in self._partial if not file.closed]
        while reading or writing:
            left = None if end is None else end - time.monotonic()
            if left is not None and left < 0:
                raise TimeoutExpired(self.args, timeout, *[b"".join(parts) or None
                                                           for parts in self._partial.values()])
            ready, writable, _ = select.select(reading, [self.stdin] if writing else [], [], left)
            if writable:
                try:
                    sent = posix.write(self.stdin.fileno(), self._waiting_input[:65536])
                    self._waiting_input = self._waiting_input[sent:]
                except BrokenPipeError:
                    self._waiting_input = b""
                if not self._waiting_input:
                    self._close_input()
                    writing = False
            for file in ready:
                data = posix.read(file.fileno(), 65536)
                if data:
                    self._partial[file].append(data)
                else:
                    file.close()
                    reading.remove(file)

    def _close_input(self):
        try:
            self.stdin.close()
        except BrokenPipeError:
            pass

    def _gathered(self, file):
        if file is None:
            return None
        data = b"".join(self._partial[file])
        if self.text_mode:
            text = data.decode(self.encoding or "utf-8", self.errors or "strict")
            return text.replace("\r\n", "\n").replace("\r", "\n")
        return data


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    """Run a program to its end; a CompletedProcess says what became of it."""
    if input is not None:
        if kwargs.get("stdin") is not None:
            raise ValueError("stdin and input arguments may not both be used.")
        kwargs["stdin"] = PIPE
    if capture_output:
        if kwargs.get("stdout") is not None or kwargs.get("stderr") is not None:
            raise ValueError("stdout and stderr arguments may not be used with capture_output.")
        kwargs["stdout"] = kwargs["stderr"] = PIPE
    with Popen(*popenargs, **kwargs) as process:
        try:
            stdout, stderr = process.communicate(input, timeout=timeout)
        except:
            process.kill()
            raise
        done = CompletedProcess(process.args, process.poll(), stdout, stderr)
    if check:
        done.check_returncode()
    return done


def call(*popenargs, timeout=None, **kwargs):
    """Run a program to its end; its exit status."""
    with Popen(*popenargs, **kwargs) as process:
        try:
            return process.wait(timeout=timeout)
        except:
            process.kill()
            raise


def check_call(*popenargs, **kwargs):
    """As call(), but a status other than 0 raises CalledProcessError."""
    status = call(*popenargs, **kwargs)
    if status:
        raise CalledProcessError(status, kwargs.get("args") or popenargs[0])
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    """What a program writes to its standard output."""
    for name in ("stdout", "check"):
        if name in kwargs:
            raise ValueError(f"{name} argument not allowed, it will be overridden.")
    if "input" in kwargs and kwargs["input"] is None:
        kwargs["input"] = ""
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def getstatusoutput(cmd, *, encoding=None, errors=None):
    """(status, all that it writes) of a command in the shell."""
    done = run(cmd, shell=True, text=True, stdout=PIPE, stderr=STDOUT, encoding=encoding, errors=errors)
    text = done.stdout
    return done.returncode, text[:-1] if text[-1:] == "\n" else text


def getoutput(cmd, *, encoding=None, errors=None):
    """All that a command in the shell writes."""
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]
