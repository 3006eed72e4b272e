# os.path: text that names files.
import os
import os.path

for parts in ("a", "b"), ("a", "/b", "c"), ("a", ""), ("", "a"), ("a/", "b"), ("/", "a"):
    print(parts, os.path.join(*parts))
for path in "a.tar.gz", "/a/b/", "/a/b.c", ".bashrc", "a/.b.c", "", "/", "//a", "a.", "no":
    print(repr(path), os.path.split(path), os.path.splitext(path), repr(os.path.basename(path)), repr(os.path.dirname(path)))
for path in "a/../b//c", "./a", "/..", "a/./b/", "", "../a/../..", "//a", "///a":
    print(repr(path), os.path.normpath(path), os.path.isabs(path))
print(os.path.commonprefix(["abc", "abd"]), os.path.commonpath(["/a/b", "/a/c"]), os.path.relpath("/a/b", "/a/c"), os.path.abspath("/x/../y"))
print(os.path.exists("/no/such"), os.path.exists("/"), os.path.isdir("/"), os.path.isfile("/"), os.path.islink("/"), os.sep, os.curdir, os.pardir, repr(os.linesep))
print(os.path.expanduser("~no_such_user/x"), os.path.basename(__file__))
for attempt in lambda: os.path.getsize("/no/such"), lambda: os.path.join(3), lambda: os.path.join("a", b"b"), lambda: os.path.commonpath([]), lambda: os.listdir("/no/such"), lambda: os.remove("/no/such"), lambda: os.path.join("a", None):
    try:
        print(attempt())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
