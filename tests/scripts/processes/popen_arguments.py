# python: 3.11
"""subprocess: arguments that make no sense, programs that are not there, limits of time, text, pipes from one to the next."""
import signal
import subprocess
from subprocess import DEVNULL, PIPE, STDOUT, Popen, run


def attempt(what, function):
    try:
        print(what, repr(function()))
    except Exception as error:
        print(what, type(error).__module__, type(error).__name__, error)


attempt("status", lambda: run("kill -9 $$", shell=True))
attempt("status, checked", lambda: run("kill -9 $$", shell=True, check=True))
attempt("missing", lambda: run(["/no/such"]))
attempt("missing from the path", lambda: run(["no-such-program"]))
attempt("missing folder", lambda: run(["pwd"], cwd="/nowhere"))
attempt("folder", lambda: run(["pwd"], cwd="/", stdout=PIPE).stdout)
attempt("environment", lambda: run(["env"], env={"A": "1"}, stdout=PIPE).stdout)
attempt("another program", lambda: run(["x", "-c", "echo $0"], executable="/bin/sh", capture_output=True).stdout)
attempt("stderr", lambda: run("echo e >&2; echo o", shell=True, stdout=PIPE, stderr=STDOUT).stdout)
attempt("nothing to read", lambda: run(["cat"], stdin=DEVNULL, stdout=PIPE).stdout)
attempt("input twice", lambda: run(["cat"], stdin=PIPE, input=b"x"))
attempt("output twice", lambda: run(["cat"], capture_output=True, stdout=PIPE))
attempt("check_output", lambda: subprocess.check_output(["cat"], input="x", text=True))
attempt("check_output, stdout", lambda: subprocess.check_output(["true"], stdout=PIPE))
attempt("check_call", lambda: subprocess.check_call(["false"]))
attempt("call", lambda: subprocess.call("exit 7", shell=True))
attempt("getstatusoutput", lambda: subprocess.getstatusoutput("echo a; echo b; exit 3"))
attempt("unknown keyword", lambda: Popen(["true"], nonsense=1))
attempt("bufsize", lambda: Popen(["true"], bufsize="1"))
attempt("creationflags", lambda: Popen(["true"], creationflags=1))
attempt("startupinfo", lambda: Popen(["true"], startupinfo=1))
attempt("no file", lambda: Popen(["true"], stdin="x"))
attempt("a number", lambda: Popen(5))
attempt("a number among words", lambda: run(["echo", 5]))
attempt("a zero byte", lambda: run(["echo", "a\0b"]))
attempt("text twice", lambda: Popen(["true"], text=True, universal_newlines=False))
attempt("lines", lambda: run(r"printf 'a\r\nb\rc\n'", shell=True, capture_output=True, text=True).stdout)
attempt("latin-1", lambda: run(r"printf '\351'", shell=True, capture_output=True, encoding="latin-1").stdout)
attempt("not utf-8", lambda: run(r"printf '\351'", shell=True, capture_output=True, text=True).stdout)
attempt("replaced", lambda: run(r"printf '\351'", shell=True, capture_output=True, text=True, errors="replace").stdout)

process = Popen(["cat"], stdin=PIPE, stdout=PIPE, text=True, bufsize=1)
print(process.poll(), process.args, repr(process))
process.stdin.write("line\n")
print(process.stdout.readline(), end="")
process.stdin.close()
print(process.wait(), process.returncode, process.poll(), repr(process))
process.stdout.close()
for end in (Popen.terminate, Popen.kill, lambda process: process.send_signal(signal.SIGINT)):
    process = Popen(["sleep", "10"])
    attempt("too slow", lambda: process.wait(0))
    end(process)
    print(process.wait())
    end(process)
with Popen("cat; echo done >&2", shell=True, stdin=PIPE, stdout=PIPE, stderr=PIPE) as process:
    output, errors = process.communicate(b"x" * 200_000)
    print(len(output), errors, process.stdout.closed)
    attempt("more input", lambda: process.communicate(b"x"))
    print([len(text) for text in process.communicate()])
first = Popen(["echo", "pipe"], stdout=PIPE)
second = Popen(["tr", "a-z", "A-Z"], stdin=first.stdout, stdout=PIPE)
first.stdout.close()
print(second.communicate(), first.wait())
print(subprocess.CalledProcessError(-200, "x"), subprocess.CalledProcessError(3, "x"))
print(repr(subprocess.CalledProcessError(3, "x", output=b"o")), repr(subprocess.TimeoutExpired("x", 3)))
