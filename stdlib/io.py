"""Files, and text and bytes in memory that behave like files.

A file is built in layers: FileIO reads and writes a descriptor, BufferedReader and BufferedWriter gather what goes
through it, TextIOWrapper turns bytes into text. What a writer has gathered goes out when it is flushed or closed, at
the end of the program, and when any other file is opened.
"""
import _io
import atexit
import posix

UnsupportedOperation = _io.UnsupportedOperation
DEFAULT_BUFFER_SIZE = 8192
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2

_unwritten = {}  # writers that hold something back, by id


def write_all_back():
    """Has every writer write what it holds back: others are about to look."""
    for writer in list(_unwritten.values()):
        try:
            writer.flush()
        except (OSError, ValueError):
            _unwritten.pop(id(writer), None)


atexit.register(write_all_back)


class IOBase:
    """What all files have in common: they can be closed, and are iterated by lines."""
    _closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    @property
    def closed(self):
        return self._closed

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def flush(self):
        self._check_open()

    def fileno(self):
        self._unsupported("fileno")

    def isatty(self):
        self._check_open()
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def seek(self, offset, whence=SEEK_SET, /):
        self._unsupported("seek")

    def tell(self):
        return self.seek(0, SEEK_CUR)

    def truncate(self, size=None, /):
        self._unsupported("truncate")

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *exc):
        self.close()

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1, /):
        if hint is None or hint <= 0:
            return list(self)
        lines, size = [], 0
        for line in self:
            lines.append(line)
            size += len(line)
            if size >= hint:
                break
        return lines

    def writelines(self, lines, /):
        self._check_open()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    """Files that call the system for every read and write."""


class BufferedIOBase(IOBase):
    """Files of bytes."""


class TextIOBase(IOBase):
    """Files of text."""
    encoding = errors = newlines = None


class FileIO(RawIOBase):
    """A descriptor."""
    _FLAGS = {"r": posix.O_RDONLY, "w": posix.O_WRONLY | posix.O_CREAT | posix.O_TRUNC,
              "x": posix.O_WRONLY | posix.O_CREAT | posix.O_EXCL, "a": posix.O_WRONLY | posix.O_CREAT | posix.O_APPEND}

    def __init__(self, file, mode="r", closefd=True, opener=None):
        self._descriptor = -1
        self._closefd = closefd
        kinds = [letter for letter in mode if letter in "rwxa"]
        if len(kinds) != 1 or mode.strip("rwxab+"):
            raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
        flags = self._FLAGS[kinds[0]]
        self._readable = kinds[0] == "r" or "+" in mode
        self._writable = kinds[0] != "r" or "+" in mode
        if "+" in mode:
            flags = flags & ~posix.O_WRONLY | posix.O_RDWR
        self._kind = kinds[0]
        self.name = file
        if isinstance(file, int) and not isinstance(file, bool):
            if file < 0:
                raise ValueError("negative file descriptor")
            posix.stat(file)
            self._descriptor = file
        elif not closefd:
            raise ValueError("Cannot use closefd=False with file name")
        elif opener is not None:
            self._descriptor = opener(file, flags)
        else:
            self._descriptor = posix.open(file, flags, 0o666)
        if posix.stat(self._descriptor)[0] & 0o170000 == 0o040000:
            if closefd:
                posix.close(self._descriptor)
            self._closed = True
            raise IsADirectoryError(21, "Is a directory", file)
        if self._kind == "a":
            try:
                posix.lseek(self._descriptor, 0, SEEK_END)
            except OSError:
                pass

    @property
    def mode(self):
        if self._kind == "x":
            return "xb+" if self._readable else "xb"
        if self._kind == "a":
            return "ab+" if self._readable else "ab"
        if not self._readable:
            return "wb"
        return "rb+" if self._writable else "rb"

    @property
    def closefd(self):
        return self._closefd

    def __repr__(self):
        if self._closed:
            return "<_io.FileIO [closed]>"
        return f"<_io.FileIO name={self.name!r} mode={self.mode!r} closefd={self._closefd}>"

    def __del__(self):
        if not self._closed and self._closefd and self._descriptor >= 0:
            self._closed = True
            posix.close(self._descriptor)

    def close(self):
        if not self._closed:
            self._closed = True
            if self._closefd:
                posix.close(self._descriptor)

    def fileno(self):
        self._check_open()
        return self._descriptor

    def isatty(self):
        return posix.isatty(self.fileno())

    def readable(self):
        self._check_open()
        return self._readable

    def writable(self):
        self._check_open()
        return self._writable

    def seekable(self):
        try:
            posix.lseek(self.fileno(), 0, SEEK_CUR)
        except OSError:
            return False
        return True

    def read(self, size=-1, /):
        self._check_open()
        if not self._readable:
            self._unsupported("File not open for reading")
        if size is None or size < 0:
            return self.readall()
        return posix.read(self._descriptor, size)

    def readall(self):
        parts = []
        while part := posix.read(self.fileno(), 65536):
            parts.append(part)
        return b"".join(parts)

    def write(self, data, /):
        self._check_open()
        if not self._writable:
            self._unsupported("File not open for writing")
        return posix.write(self._descriptor, bytes(data))

    def seek(self, offset, whence=SEEK_SET, /):
        return posix.lseek(self.fileno(), offset, whence)

    def truncate(self, size=None, /):
        self._check_open()
        if not self._writable:
            self._unsupported("File not open for writing")
        if size is None:
            size = self.tell()
        posix.ftruncate(self._descriptor, size)
        return size


def _check_bytes(data):
    if not isinstance(data, (bytes, bytearray)):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return bytes(data)


class _Buffered(BufferedIOBase):
    """Bytes read ahead of, or written behind, the raw file below."""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if buffer_size <= 0:
            raise ValueError("buffer size must be strictly positive")
        self.raw = raw
        self._size = buffer_size
        self._ahead = b""  # what has been read, from _at on not yet asked for
        self._at = 0
        self._behind = []  # what is yet to be written
        self._behind_size = 0

    def __repr__(self):
        return f"<_io.{type(self).__name__} name={self.name!r}>"

    def __del__(self):
        if self._behind and not self.closed:
            self.close()

    @property
    def closed(self):
        return self.raw.closed

    @property
    def name(self):
        return self.raw.name

    @property
    def mode(self):
        return self.raw.mode

    def detach(self):
        self.flush()
        raw, self.raw = self.raw, None
        return raw

    def fileno(self):
        return self.raw.fileno()

    def isatty(self):
        return self.raw.isatty()

    def readable(self):
        return self.raw.readable()

    def writable(self):
        return self.raw.writable()

    def seekable(self):
        return self.raw.seekable()

    def close(self):
        if self.raw is not None and not self.closed:
            try:
                self.flush()
            finally:
                _unwritten.pop(id(self), None)
                self.raw.close()

    # Reading

    def _fill(self):
        """Reads more; false at the end."""
        more = self.raw.read(self._size)
        if not more:
            return False
        self._ahead = self._ahead[self._at:] + more if self._at < len(self._ahead) else more
        self._at = 0
        return True

    def _take(self, count):
        start = self._at
        self._at = start + count
        return self._ahead[start:start + count]

    def _begin_reading(self):
        if self.closed:
            raise ValueError("read of closed file")
        if not self.raw.readable():
            self._unsupported("read")
        if self._behind:
            self.flush()

    def read(self, size=-1, /):
        self._begin_reading()
        if size is None or size < 0:
            data = self._take(len(self._ahead) - self._at)
            return data + self.raw.readall()
        while len(self._ahead) - self._at < size and self._fill():
            pass
        return self._take(min(size, len(self._ahead) - self._at))

    def read1(self, size=-1, /):
        self._begin_reading()
        if self._at == len(self._ahead):
            self._fill()
        there = len(self._ahead) - self._at
        return self._take(there if size is None or size < 0 else min(size, there))

    def peek(self, size=0, /):
        self._begin_reading()
        if self._at == len(self._ahead):
            self._fill()
        return self._ahead[self._at:]

    def readline(self, size=-1, /):
        self._begin_reading()
        if size is None or size < 0:
            size = None
        searched = 0
        while True:
            end = self._ahead.find(b"\n", self._at + searched) + 1
            count = (end if end else len(self._ahead)) - self._at
            if size is not None and count >= size:
                return self._take(size)
            if end:
                return self._take(count)
            searched = count
            if not self._fill():
                return self._take(count)

    # Writing

    def write(self, data, /):
        if self.closed:
            raise ValueError("write to closed file")
        if not self.raw.writable():
            self._unsupported("write")
        data = _check_bytes(data)
        if self._at < len(self._ahead):
            self.raw.seek(self._at - len(self._ahead), SEEK_CUR)
        self._ahead = b""
        self._at = 0
        if not data:
            return 0
        self._behind.append(data)
        self._behind_size += len(data)
        if self._behind_size >= self._size:
            self.flush()
        else:
            _unwritten[id(self)] = self
        return len(data)

    def flush(self):
        if self.closed:
            raise ValueError("flush of closed file")
        data = b"".join(self._behind)
        self._behind.clear()
        self._behind_size = 0
        _unwritten.pop(id(self), None)
        while data:
            try:
                written = self.raw.write(data)
            except BaseException:
                self._behind.append(data)
                self._behind_size = len(data)
                raise
            data = data[written:]

    # Places

    def tell(self):
        place = self.raw.seek(0, SEEK_CUR)
        return place - (len(self._ahead) - self._at) + self._behind_size

    def seek(self, offset, whence=SEEK_SET, /):
        if self.closed:
            raise ValueError("seek of closed file")
        if self._behind:
            self.flush()
        if whence == SEEK_CUR:
            offset -= len(self._ahead) - self._at
        self._ahead = b""
        self._at = 0
        return self.raw.seek(offset, whence)

    def truncate(self, size=None, /):
        self.flush()
        if size is None:
            size = self.tell()
        return self.raw.truncate(size)


class BufferedReader(_Buffered):
    """A file of bytes to read."""


class BufferedWriter(_Buffered):
    """A file of bytes to write."""


class BufferedRandom(_Buffered):
    """A file of bytes to read and write."""


class BytesIO(BufferedIOBase):
    """Bytes in memory."""

    def __init__(self, initial_bytes=b""):
        self._value = _check_bytes(initial_bytes) if initial_bytes is not None else b""
        self._at = 0

    def getvalue(self):
        self._check_open()
        return self._value

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable

    def read(self, size=-1, /):
        self._check_open()
        end = len(self._value) if size is None or size < 0 else self._at + size
        data = self._value[self._at:end]
        self._at += len(data)
        return data

    read1 = read

    def readline(self, size=-1, /):
        self._check_open()
        end = self._value.find(b"\n", self._at) + 1 or len(self._value)
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        data = self._value[self._at:end]
        self._at += len(data)
        return data

    def write(self, data, /):
        self._check_open()
        data = _check_bytes(data)
        if data:
            before = self._value[:self._at]
            before += bytes(self._at - len(before))
            self._value = before + data + self._value[self._at + len(data):]
            self._at += len(data)
        return len(data)

    def seek(self, offset, whence=SEEK_SET, /):
        self._check_open()
        if whence == SEEK_SET and offset < 0:
            raise ValueError(f"negative seek value {offset}")
        start = (0, self._at, len(self._value))[whence]
        self._at = max(0, start + offset)
        return self._at

    def tell(self):
        self._check_open()
        return self._at

    def truncate(self, size=None, /):
        self._check_open()
        size = self._at if size is None else size
        if size < 0:
            raise ValueError(f"negative size value {size}")
        self._value = self._value[:size]
        return size


def _check_newline(newline):
    if newline is not None and not isinstance(newline, str):
        raise TypeError(f"illegal newline type: {type(newline)}")
    if newline not in (None, "", "\n", "\r", "\r\n"):
        raise ValueError(f"illegal newline value: {newline}")


class StringIO(TextIOBase):
    """Text in memory."""

    def __init__(self, initial_value="", newline="\n"):
        _check_newline(newline)
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._newline = newline
        self._parts = []  # what was written at the end of _text, not yet joined to it
        self._text = self._translated(initial_value or "")
        self._at = 0
        self._end = len(self._text)

    def _check_open(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def _translated(self, text):
        if self._newline is None:
            return text.replace("\r\n", "\n").replace("\r", "\n")
        if self._newline in ("\r", "\r\n"):
            return text.replace("\n", self._newline)
        return text

    def _joined(self):
        self._check_open()
        if self._parts:
            self._text += "".join(self._parts)
            self._parts.clear()
        return self._text

    def getvalue(self):
        return self._joined()

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable

    @property
    def line_buffering(self):
        return False

    def write(self, text, /):
        self._check_open()
        if not isinstance(text, str):
            raise TypeError(f"string argument expected, got {type(text).__name__!r}")
        count = len(text)
        if self._newline != "\n" and self._newline != "":
            text = self._translated(text)
        if self._at == self._end:
            self._parts.append(text)
            self._at = self._end = self._end + len(text)
        elif text:
            whole = self._joined()
            before = whole[:self._at].ljust(self._at, "\0")
            self._text = before + text + whole[self._at + len(text):]
            self._at += len(text)
            self._end = len(self._text)
        return count

    def read(self, size=-1, /):
        text = self._joined()
        end = self._end if size is None or size < 0 else self._at + size
        part = text[self._at:end]
        self._at += len(part)
        return part

    def readline(self, size=-1, /):
        text = self._joined()
        ending = self._newline if self._newline else "\n"
        end = text.find(ending, self._at)
        end = self._end if end < 0 else end + len(ending)
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        part = text[self._at:end]
        self._at += len(part)
        return part

    def seek(self, offset, whence=SEEK_SET, /):
        self._check_open()
        if whence == SEEK_SET and offset < 0:
            raise ValueError(f"Negative seek position {offset}")
        if whence != SEEK_SET and offset != 0:
            raise OSError("Can't do nonzero cur-relative seeks")
        self._at = (offset, self._at, self._end)[whence]
        return self._at

    def tell(self):
        self._check_open()
        return self._at

    def truncate(self, size=None, /):
        size = self._at if size is None else size
        if size < 0:
            raise ValueError(f"Negative size value {size}")
        self._text = self._joined()[:size]
        self._end = len(self._text)
        return size


class TextIOWrapper(TextIOBase):
    """Text in a file of bytes. Lines are found among the bytes, so that a place in the text is one in the file."""
    _CHUNK = 8192

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        _check_newline(newline)
        self.buffer = buffer
        self.encoding = "utf-8" if encoding is None or encoding == "locale" else encoding
        self.errors = "strict" if errors is None else errors
        "".encode(self.encoding)
        self.line_buffering = line_buffering
        self.write_through = write_through
        self._newline = newline
        self._ahead = b""
        self._at = 0
        self._seen = set()  # kinds of line ends that were translated

    def __repr__(self):
        text = f"<_io.TextIOWrapper name={self.name!r}"
        mode = getattr(self, "mode", None)
        if mode is not None:
            text += f" mode={mode!r}"
        return text + f" encoding={self.encoding!r}>"

    @property
    def name(self):
        return self.buffer.name

    @property
    def closed(self):
        return self.buffer.closed

    @property
    def newlines(self):
        if len(self._seen) > 1:
            return tuple(end for end in ("\r", "\n", "\r\n") if end in self._seen)
        return next(iter(self._seen), None)

    def reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None):
        self.flush()
        if encoding is not None:
            self.encoding = encoding
        if errors is not None:
            self.errors = errors
        if newline is not None:
            self._newline = newline
        if line_buffering is not None:
            self.line_buffering = line_buffering

    def detach(self):
        self.flush()
        buffer, self.buffer = self.buffer, None
        return buffer

    def fileno(self):
        return self.buffer.fileno()

    def isatty(self):
        return self.buffer.isatty()

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        return self.buffer.seekable()

    def flush(self):
        self._check_open()
        self.buffer.flush()

    def close(self):
        if self.buffer is not None and not self.closed:
            self.buffer.close()

    # Reading

    def _begin_reading(self):
        self._check_open()
        if not self.buffer.readable():
            self._unsupported("not readable")

    def _fill(self):
        more = self.buffer.read1(self._CHUNK)
        if not more:
            return False
        self._ahead = self._ahead[self._at:] + more
        self._at = 0
        return True

    def _decode(self, data):
        text = data.decode(self.encoding, self.errors)
        if self._newline is None:
            if "\r" in text:
                both = text.count("\r\n")
                if both:
                    self._seen.add("\r\n")
                if text.count("\r") > both:
                    self._seen.add("\r")
                if text.count("\n") > both:
                    self._seen.add("\n")
                text = text.replace("\r\n", "\n").replace("\r", "\n")
            elif "\n" in text:
                self._seen.add("\n")
        return text

    def _line_end(self, start):
        """Where the line that begins at _at ends, looked for from `start` on; -1: not in what has been read."""
        if self._newline in ("\n", "\r", "\r\n"):
            ending = self._newline.encode()
            end = self._ahead.find(ending, max(self._at, start - 1))
            return end + len(ending) if end >= 0 else -1
        end = self._ahead.find(b"\n", start)
        cut = self._ahead.find(b"\r", max(self._at, start - 1), len(self._ahead) if end < 0 else end)
        if cut < 0 or cut + 1 == end:
            return end + 1 if end >= 0 else -1
        return cut + 1 if cut + 1 < len(self._ahead) else -1

    def readline(self, size=-1, /):
        self._begin_reading()
        if size is not None and size >= 0:
            return self._limited_line(size)
        start = self._at
        while True:
            end = self._line_end(start)
            if end >= 0:
                break
            known = len(self._ahead) - self._at
            if not self._fill():
                end = len(self._ahead)
                break
            start = self._at + known
        data = self._ahead[self._at:end]
        self._at = end
        return self._decode(data)

    def _limited_line(self, size):
        line = self.readline()
        self._give_back(line[size:])
        return line[:size]

    def _give_back(self, text):
        """Text that was read too much is to be read again."""
        if text:
            self._ahead = text.encode(self.encoding, self.errors) + self._ahead[self._at:]
            self._at = 0

    def read(self, size=-1, /):
        self._begin_reading()
        if size is None or size < 0:
            data = self._ahead[self._at:] + self.buffer.read()
            self._ahead = b""
            self._at = 0
            return self._decode(data)
        parts, count = [], 0
        while count < size:
            line = self.readline()
            if not line:
                break
            parts.append(line)
            count += len(line)
        text = "".join(parts)
        self._give_back(text[size:])
        return text[:size]

    # Writing

    def write(self, text, /):
        self._check_open()
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if not self.buffer.writable():
            self._unsupported("not writable")
        if self._ahead:
            self.seek(self.tell())
        data = text
        if self._newline in ("\r", "\r\n"):
            data = data.replace("\n", self._newline)
        self.buffer.write(data.encode(self.encoding, self.errors))
        if self.write_through or (self.line_buffering and ("\n" in text or "\r" in text)):
            self.flush()
        return len(text)

    # Places

    def tell(self):
        self._check_open()
        if not self.seekable():
            self._unsupported("underlying stream is not seekable")
        return self.buffer.tell() - (len(self._ahead) - self._at)

    def seek(self, cookie, whence=SEEK_SET, /):
        self._check_open()
        if not self.seekable():
            self._unsupported("underlying stream is not seekable")
        if whence == SEEK_CUR:
            if cookie != 0:
                self._unsupported("can't do nonzero cur-relative seeks")
            cookie, whence = self.tell(), SEEK_SET
        elif whence == SEEK_END and cookie != 0:
            self._unsupported("can't do nonzero end-relative seeks")
        elif whence == SEEK_SET and cookie < 0:
            raise ValueError(f"negative seek position {cookie}")
        self._ahead = b""
        self._at = 0
        return self.buffer.seek(cookie, whence)

    def truncate(self, size=None, /):
        self.flush()
        return self.buffer.truncate(self.tell() if size is None else size)


def _check_mode(mode, encoding, errors, newline):
    letters = set(mode)
    if letters - set("axrwb+t") or len(mode) > len(letters):
        raise ValueError(f"invalid mode: {mode!r}")
    binary = "b" in letters
    if "t" in letters and binary:
        raise ValueError("can't have text and binary mode at once")
    if len(letters & set("xrwa")) > 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if not letters & set("xrwa"):
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
    for value, what in ((encoding, "an encoding"), (errors, "an errors"), (newline, "a newline")):
        if binary and value is not None:
            raise ValueError(f"binary mode doesn't take {what} argument")
    return binary


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """Open a file, by its path or its descriptor, and return what reads or writes it."""
    if not isinstance(file, (str, bytes, int)):
        import os
        file = os.fspath(file)
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    binary = _check_mode(mode, encoding, errors, newline)
    write_all_back()
    raw = FileIO(file, mode.replace("b", "").replace("t", ""), closefd, opener)
    try:
        line_buffering = buffering == 1 or (buffering < 0 and raw.isatty())
        if buffering == 0:
            if binary:
                return raw
            raise ValueError("can't have unbuffered text I/O")
        size = buffering if buffering > 1 else DEFAULT_BUFFER_SIZE
        kind = BufferedRandom if "+" in mode else BufferedReader if "r" in mode else BufferedWriter
        buffer = kind(raw, size)
        if binary:
            return buffer
        text = TextIOWrapper(buffer, encoding, errors, newline, line_buffering)
        text.mode = mode
        return text
    except:
        raw.close()
        raise
