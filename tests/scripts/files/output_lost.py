# slow: starts thirty programs
"""A reader that goes away, a full disk, a standard output that is closed: what a program says, and its exit status."""
import subprocess
import sys

PROGRAMS = {
    "many lines": "for i in range(20000): print(i)",
    "few lines": "print('one'); print('two')",
    "flushed": "for i in range(20000): print(i, flush=True)",
    "caught": "try:\n    for i in range(20000): print(i)\n"
              "except OSError as error:\n    print(type(error).__name__, file=sys.stderr)",
    "in a coroutine": "async def main():\n    for i in range(20000): print(i)\nasyncio.run(main())",
    "exit with a status": "print('one'); sys.exit(3)",
    "closed by the program": "print('one')\ntry:\n    sys.stdout.close()\n"
                             "except OSError as error:\n    print(repr(error), repr(error.__context__), file=sys.stderr)",
    "only to standard error": "print('one', file=sys.stderr); sys.exit(3)",
}


def show(name, done):
    lines = [line for line in done.stderr.decode().splitlines()
             if line and not line.startswith(("  ", "Traceback"))]
    print(f"{name}: status {done.returncode}; {lines}")


def run(name, code, **output):
    show(name, subprocess.run([sys.executable, "-c", "import asyncio, sys\n" + code], stderr=subprocess.PIPE, **output))


for name, code in PROGRAMS.items():
    with open("/dev/full", "wb") as full:
        run(f"{name}, to a full disk", code, stdout=full)
    if name not in ("few lines", "exit with a status", "closed by the program"):
        reader = subprocess.Popen(["head", "-n", "1"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        run(f"{name}, to head", code, stdout=reader.stdin)
        reader.stdin.close()
        reader.wait()
    if name != "in a coroutine":
        run(f"{name}, to nowhere", f"import os; os.close(1)\n{code}")
    shell = subprocess.run(["sh", "-c", '"$0" -c "$1" >&-', sys.executable, "import asyncio, sys\n" + code],
                           stderr=subprocess.PIPE)
    show(f"{name}, to a closed output", shell)
