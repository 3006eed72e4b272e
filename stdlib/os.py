"""The operating system: its processes, its files, its environment."""
import posix
import sys
from posix import (
    F_OK, O_APPEND, O_CLOEXEC, O_CREAT, O_DIRECTORY, O_EXCL, O_NONBLOCK, O_RDONLY, O_RDWR, O_SYNC, O_TRUNC,
    O_WRONLY, R_OK, SEEK_CUR, SEEK_END, SEEK_SET, WNOHANG, WUNTRACED, W_OK, X_OK, _exit, access, chdir, chmod,
    close, cpu_count, dup, dup2, fsync, ftruncate, get_blocking, getcwd, getpid, getppid, getuid, isatty, kill,
    listdir, lseek, mkdir, open, pidfd_open, pipe, read, readlink, remove, rename, replace, rmdir, set_blocking,
    strerror, symlink, unlink, urandom, waitpid, waitstatus_to_exitcode, write,
)

name = "posix"
curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
altsep = None
linesep = "\n"
devnull = "/dev/null"
defpath = "/bin:/usr/bin"
error = OSError


def fspath(path):
    """The str or bytes that a path is."""
    if isinstance(path, (str, bytes)):
        return path
    try:
        found = type(path).__fspath__(path)
    except AttributeError:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}") from None
    if isinstance(found, (str, bytes)):
        return found
    raise TypeError(f"expected {type(path).__name__}.__fspath__() to return str or bytes, "
                    f"not {type(found).__name__}")


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode() if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode() if isinstance(filename, bytes) else filename


import posixpath as path

sys.modules["os.path"] = path


# --- The environment ---------------------------------------------------------------------------------

class _Environ(dict):
    """The variables of the environment: what is changed here, children see."""

    @staticmethod
    def _check(text):
        if not isinstance(text, str):
            raise TypeError(f"str expected, not {type(text).__name__}")
        return text

    def __getitem__(self, key):
        try:
            return dict.__getitem__(self, self._check(key))
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        posix.putenv(self._check(key), self._check(value))
        dict.__setitem__(self, key, value)

    def __delitem__(self, key):
        dict.__delitem__(self, self._check(key))
        posix.unsetenv(key)

    def __repr__(self):
        return f"environ({dict(self)!r})"

    def copy(self):
        return dict(self)

    def setdefault(self, key, default):
        if key not in self:
            self[key] = default
        return self[key]

    def update(self, other=(), /, **more):
        for key, value in dict(other, **more).items():
            self[key] = value

    _MISSING = object()

    def pop(self, key, default=_MISSING):
        if key in self:
            value = self[key]
            del self[key]
            return value
        if default is self._MISSING:
            raise KeyError(key)
        return default

    def popitem(self):
        for key in self:
            return key, self.pop(key)
        raise KeyError("popitem(): dictionary is empty")

    def clear(self):
        for key in list(self):
            del self[key]


environ = _Environ(posix.environment())


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    posix.putenv(key, value)


def unsetenv(key):
    posix.unsetenv(key)


# --- Files and folders -------------------------------------------------------------------------------

class stat_result(tuple):
    """What stat() says of a file."""
    _fields = ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime",
               "st_ctime")
    st_mode = property(lambda self: self[0])
    st_ino = property(lambda self: self[1])
    st_dev = property(lambda self: self[2])
    st_nlink = property(lambda self: self[3])
    st_uid = property(lambda self: self[4])
    st_gid = property(lambda self: self[5])
    st_size = property(lambda self: self[6])

    def __new__(cls, status):
        self = tuple.__new__(cls, [int(number) for number in status])
        self.st_atime, self.st_mtime, self.st_ctime = status[7:10]
        return self

    def __repr__(self):
        return "os.stat_result(%s)" % ", ".join(map("%s=%d".__mod__, zip(self._fields, self)))


def stat(path, *, follow_symlinks=True):
    return stat_result(posix.stat(path, follow_symlinks=follow_symlinks))


def lstat(path):
    return stat(path, follow_symlinks=False)


def fstat(fd):
    return stat(fd)


def makedirs(name, mode=0o777, exist_ok=False):
    """mkdir() of a folder and of those around it that are not there."""
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == curdir:
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    """rmdir() of a folder, then of those around it as long as they are empty."""
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def walk(top, topdown=True, onerror=None, followlinks=False):
    """For every folder below `top`, itself included: (its path, names of folders in it, names of files in it)."""
    top = fspath(top)
    try:
        names = listdir(top)
    except OSError as problem:
        if onerror is not None:
            onerror(problem)
        return
    folders = [each for each in names if path.isdir(path.join(top, each))]
    files = [each for each in names if each not in folders]
    if topdown:
        yield top, folders, files
    for folder in folders:
        below = path.join(top, folder)
        if followlinks or not path.islink(below):
            yield from walk(below, topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


class terminal_size(tuple):
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f"os.terminal_size(columns={self[0]}, lines={self[1]})"


def get_terminal_size(fd=1):
    return terminal_size(posix.get_terminal_size(fd))


def fdopen(fd, mode="r", *args, **kwargs):
    import io
    if not isinstance(fd, int):
        raise TypeError("invalid fd type (%s, expected integer)" % type(fd))
    return io.open(fd, mode, *args, **kwargs)


# --- Processes ---------------------------------------------------------------------------------------

def process_cpu_count():
    return cpu_count()


def system(command):
    """Runs a command in the shell, and returns the status of its end as waitpid() gives it."""
    import subprocess
    status = subprocess.call(command, shell=True)
    return -status if status < 0 else status << 8

