"""A reader that goes away, a full disk, closed and exhausted descriptors: what a program says, and its exit status."""
import subprocess
import sys


def child(code, command="{python} -c '{code}'"):
    done = subprocess.run(command.format(python=sys.executable, code=code), shell=True, capture_output=True, text=True)
    last = done.stderr.strip().split("\n")[-1]
    print(done.returncode, repr(done.stdout[:20]), last)


child("for i in range(100000): print(i)", "{python} -c '{code}' | head -1")
child('print("x" * 100000)', "{python} -c '{code}' > /dev/full")
child('print("x")', "{python} -c '{code}' > /dev/full")
child('f = open("/dev/full", "w"); f.write("x"); f.close()')
child('import sys; sys.stdout.close(); print("x")')
child('print("x")', "{python} -c '{code}' >&-")
child("import socket; [socket.socket() for i in range(100)]", "ulimit -n 20; {python} -c '{code}'")
child('open("/no/such")')
child('import os, signal; print("a", flush=True); os.kill(os.getpid(), signal.SIGTERM)', "exec {python} -c '{code}'")
child("input()", "{python} -c '{code}' < /dev/null")
