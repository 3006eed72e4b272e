"""Module os: folders, the environment, paths."""
import os

base = "/tmp/bide-os-names-%d" % os.getpid()
os.mkdir(base)
here = os.getcwd()
try:
    os.makedirs(os.path.join(base, "a/b/c"))
    os.makedirs(base + "/a/b", exist_ok=True)
    for name in ("x.txt", "y.txt", "a/z.py"):
        with open(os.path.join(base, name), "w") as file:
            file.write(name)
    print(sorted(os.listdir(base)))
    os.chdir(base)
    print(os.getcwd() == base, sorted(os.listdir()), os.path.exists("x.txt"), os.path.isdir("a"))
    for folder, folders, files in sorted(os.walk(".")):
        print(folder, sorted(folders), sorted(files))
    os.rename("x.txt", "renamed")
    os.replace("y.txt", "renamed")
    print(open("renamed").read(), os.path.isfile("renamed"), os.path.getsize("renamed"))
    for call, *args in ((os.mkdir, "a"), (os.rmdir, "a"), (os.remove, "nothing"), (os.listdir, "nothing"),
                        (os.makedirs, "a/b"), (os.stat, "nothing"), (os.chdir, "renamed"), (os.listdir, 1.5)):
        try:
            call(*args)
        except (OSError, TypeError) as error:
            print(type(error).__name__, error)
    os.remove("renamed")
    os.remove("a/z.py")
    os.removedirs("a/b/c")
finally:
    os.chdir(here)
    if os.path.exists(base):
        os.rmdir(base)
print(os.path.exists(base))
os.environ["BIDE_TEST"] = "value"
print(os.environ["BIDE_TEST"], os.getenv("BIDE_TEST"), os.getenv("BIDE_NONE"), os.getenv("BIDE_NONE", 5))
print("BIDE_TEST" in os.environ, os.environ.pop("BIDE_TEST"), os.environ.get("BIDE_TEST"))
for bad in (1, None):
    try:
        os.environ["X"] = bad
    except TypeError as error:
        print(error)
try:
    os.environ["BIDE_NONE"]
except KeyError as error:
    print(repr(error))
print(os.name, os.sep, os.linesep == "\n", os.path.sep, isinstance(os.cpu_count(), int), os.getpid() > 0)
read_end, write_end = os.pipe()
print(os.write(write_end, b"through"), os.read(read_end, 100))
os.close(write_end)
print(os.read(read_end, 1))
os.close(read_end)
try:
    os.read(read_end, 1)
except OSError as error:
    print(error)
