# os.environ and what else os tells.
import os

os.environ["BIDE_TEST"] = "1"
print(os.environ["BIDE_TEST"], os.getenv("BIDE_TEST"), os.environ.get("BIDE_NO"), os.getenv("BIDE_NO", "d"), "BIDE_TEST" in os.environ)
del os.environ["BIDE_TEST"]
print("BIDE_TEST" in os.environ, os.environ.pop("BIDE_NO", "gone"), os.environ.setdefault("BIDE_X", "y"))
for attempt in lambda: os.environ["BIDE_NO"], lambda: os.environ.__setitem__("A", 1), lambda: os.environ.__delitem__("BIDE_NO"):
    try:
        print(attempt())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
print(type(os.getpid()).__name__, os.getcwd() == os.path.abspath("."), type(os.cpu_count()).__name__, os.name, os.getpid() != os.getppid())
os.makedirs("_os_test/a/b", exist_ok=True)
with open("_os_test/a/f.txt", "w") as file:
    file.write("x")
print(sorted(os.listdir("_os_test/a")), os.path.isdir("_os_test/a/b"), os.path.getsize("_os_test/a/f.txt"), [(root, dirs, files) for root, dirs, files in os.walk("_os_test")])
os.rename("_os_test/a/f.txt", "_os_test/g.txt")
os.remove("_os_test/g.txt")
try:
    os.rmdir("_os_test")
except OSError as e:
    print(type(e).__name__, e.strerror)
os.removedirs("_os_test/a/b")
print(os.path.exists("_os_test"))
