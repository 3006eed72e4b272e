"""Programs that are interrupted, all at once, in the midst of something."""
import os
import signal
import subprocess
import sys
import time


READY = "print('ready', flush=True)"


def interrupt_all(cases):
    """`cases` maps names to (how a program prepares, what it is interrupted in); print how each ended.

    What prepares may say itself, with READY, when it is ready.
    """
    running = []
    try:
        for name, (prepare, wait) in cases.items():
            code = f"import sys, time\n{prepare}\n{'' if READY in prepare else READY}\n{wait}\n"
            running.append((name, subprocess.Popen(
                [sys.executable, "-c", code], start_new_session=True,
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)))
        for name, process in running:
            assert process.stdout.readline() == b"ready\n", name
        time.sleep(0.2)
        for name, process in running:
            os.kill(-process.pid, signal.SIGINT)
        for name, process in running:
            out, err = process.communicate(timeout=20)
            last = err.decode().strip().split("\n")[-1]
            print(f"{name}: status {process.returncode}, {last!r}", *out.decode().split("\n")[:-1], flush=True)
    finally:
        for name, process in running:
            if process.poll() is None:
                os.kill(-process.pid, signal.SIGKILL)
