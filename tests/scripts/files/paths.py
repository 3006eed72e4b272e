"""os.path."""
import os.path
from os.path import basename, commonpath, commonprefix, dirname, isabs, join, normpath, relpath, split, splitext

for parts in (("a", "b"), ("a/", "b"), ("a", "/b"), ("", "b"), ("a", ""), ("a", "b", "c.txt"), ("/",)):
    print(parts, join(*parts))
for path in ("a/b.txt", "/a/b/", "b", "", "/", "//a", "a//b", ".bashrc", "a.tar.gz", "dir.d/file", "..."):
    print(repr(path), split(path), basename(path), dirname(path), splitext(path), isabs(path), normpath(path))
for path in ("a/../b", "./a/./b", "../../a", "/../a", "a/b/../../..", "//a/b", "///a"):
    print(path, normpath(path))
print(relpath("/a/b/c", "/a/d"), relpath("/a", "/a"), relpath("/a/b", "/"))
print(commonpath(["/a/b/c", "/a/b/d"]), commonprefix(["abcd", "abxy"]), repr(commonprefix([])))
print(os.path.abspath("/a/../b"), os.path.exists("/no/such"), os.path.isfile("/tmp"), os.path.isdir("/tmp"))
for call, *args in ((join, "a", b"b"), (join, 1, "a"), (commonpath, []), (relpath, "")):
    try:
        print(call(*args))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Path:
    def __fspath__(self):
        return "/from/path.txt"


print(basename(Path()), os.fspath(Path()), os.path.expanduser("~") == os.environ.get("HOME"))
