"""Paths of files as text: taken apart, put together, looked up."""
import os
import posix

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
altsep = None
devnull = "/dev/null"


def _parts_of(path):
    """The path as text or bytes, and the separator of that kind."""
    path = os.fspath(path)
    return path, b"/" if isinstance(path, bytes) else "/"


def join(a, /, *p):
    path, slash = _parts_of(a)
    for part in p:
        if not isinstance(part, (str, bytes)):
            try:
                part = os.fspath(part)
            except TypeError:
                raise TypeError("join() argument must be str, bytes, or os.PathLike object, not "
                                f"{type(part).__name__!r}") from None
        if type(part) is not type(path):
            raise TypeError("Can't mix strings and bytes in path components")
        if part.startswith(slash):
            path = part
        elif not path or path.endswith(slash):
            path += part
        else:
            path += slash + part
    return path


def split(p):
    p, slash = _parts_of(p)
    cut = p.rfind(slash) + 1
    head, tail = p[:cut], p[cut:]
    if head and head != slash * len(head):
        head = head.rstrip(slash)
    return head, tail


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def splitext(p):
    p, slash = _parts_of(p)
    dot = b"." if isinstance(p, bytes) else "."
    start = p.rfind(slash) + 1
    cut = p.rfind(dot)
    if cut > start and p[start:cut].strip(dot):
        return p[:cut], p[cut:]
    return p, p[:0]


def splitdrive(p):
    p = os.fspath(p)
    return p[:0], p


def isabs(s):
    s, slash = _parts_of(s)
    return s.startswith(slash)


def normpath(path):
    path, slash = _parts_of(path)
    empty, here, above = (b"", b".", b"..") if isinstance(path, bytes) else ("", ".", "..")
    if not path:
        return here
    lead = 1 if path.startswith(slash) else 0
    if path.startswith(slash * 2) and not path.startswith(slash * 3):
        lead = 2
    parts = []
    for part in path.split(slash):
        if part in (empty, here):
            continue
        if part != above or (not lead and not parts) or (parts and parts[-1] == above):
            parts.append(part)
        elif parts:
            parts.pop()
    return slash * lead + slash.join(parts) or here


def abspath(path):
    path, slash = _parts_of(path)
    if not path.startswith(slash):
        folder = os.getcwd()
        path = join(folder.encode() if isinstance(path, bytes) else folder, path)
    return normpath(path)


def realpath(filename, *, strict=False):
    path = abspath(filename)
    slash = b"/" if isinstance(path, bytes) else "/"
    seen = 0
    done = slash
    rest = [part for part in path.split(slash) if part]
    while rest:
        candidate = join(done, rest.pop(0))
        try:
            target = posix.readlink(candidate)
        except OSError:
            if strict and not lexists(candidate):
                os.lstat(candidate)
            done = candidate
            continue
        seen += 1
        if seen > 40:
            if strict:
                os.stat(candidate)
            return normpath(join(candidate, *rest))
        if target.startswith("/"):
            done = slash
        rest = [part for part in normpath(join(done, target)).split(slash) if part] + rest
        done = slash
    return done


def relpath(path, start=None):
    if not path:
        raise ValueError("no path specified")
    there = [part for part in abspath(path).split("/") if part]
    here = [part for part in abspath(curdir if start is None else start).split("/") if part]
    common = 0
    while common < min(len(there), len(here)) and there[common] == here[common]:
        common += 1
    return "/".join([pardir] * (len(here) - common) + there[common:]) or curdir


def commonprefix(m):
    if not m:
        return ""
    first, last = min(m), max(m)
    for i, char in enumerate(first):
        if i >= len(last) or char != last[i]:
            return first[:i]
    return first


def commonpath(paths):
    paths = list(map(os.fspath, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    if len({path.startswith("/") for path in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    split_paths = [[part for part in path.split("/") if part and part != "."] for path in paths]
    shortest, longest = min(split_paths), max(split_paths)
    common = 0
    while common < min(len(shortest), len(longest)) and shortest[common] == longest[common]:
        common += 1
    return ("/" if paths[0].startswith("/") else "") + "/".join(shortest[:common])


def expanduser(path):
    path = os.fspath(path)
    home = os.environ.get("HOME")
    if home is None or not (path == "~" or path.startswith("~/")):
        return path
    return (home.rstrip("/") or "/") + path[1:] if path != "~" else home


def expandvars(path):
    path = os.fspath(path)
    out = []
    at = 0
    while at < len(path):
        dollar = path.find("$", at)
        if dollar < 0:
            break
        out.append(path[at:dollar])
        end = dollar + 1
        if path[end:end + 1] == "{" and "}" in path[end:]:
            end = path.index("}", end) + 1
            name = path[dollar + 2:end - 1]
        else:
            while end < len(path) and (path[end].isalnum() or path[end] == "_"):
                end += 1
            name = path[dollar + 1:end]
        out.append(os.environ.get(name, path[dollar:end]))
        at = end
    return "".join(out) + path[at:]


def _mode(path, follow=True):
    try:
        return posix.stat(path, follow_symlinks=follow)[0]
    except (OSError, ValueError):
        return 0


def exists(path):
    return _mode(path) != 0


def lexists(path):
    return _mode(path, False) != 0


def isfile(path):
    return _mode(path) & 0o170000 == 0o100000


def isdir(s):
    return _mode(s) & 0o170000 == 0o040000


def islink(path):
    return _mode(path, False) & 0o170000 == 0o120000


def getsize(filename):
    return posix.stat(filename)[6]


def getmtime(filename):
    return posix.stat(filename)[8]


def getatime(filename):
    return posix.stat(filename)[7]


def getctime(filename):
    return posix.stat(filename)[9]


def samefile(f1, f2):
    return posix.stat(f1)[1:3] == posix.stat(f2)[1:3]
