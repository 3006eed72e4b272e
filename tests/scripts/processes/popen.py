"""Popen by hand: pipes as files, polls, signals."""
import signal
import subprocess

with subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
    process.stdin.write("line one\nline two\n")
    process.stdin.close()
    for line in process.stdout:
        print(repr(line))
print(process.returncode, process.poll(), process.wait())
process = subprocess.Popen(["sleep", "20"])
print(process.poll(), process.pid > 0)
try:
    process.wait(timeout=0.01)
except subprocess.TimeoutExpired as error:
    print(error)
process.terminate()
print(process.wait(), process.returncode == -signal.SIGTERM)
process.kill()
process = subprocess.Popen(["sh", "-c", "read x; echo got $x"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
print(process.communicate(b"this\n"))
first = subprocess.Popen(["echo", "through a pipe"], stdout=subprocess.PIPE)
second = subprocess.Popen(["tr", "a-z", "A-Z"], stdin=first.stdout, stdout=subprocess.PIPE)
first.stdout.close()
print(second.communicate(), first.wait())
process = subprocess.Popen(["sleep", "20"], stdout=subprocess.PIPE)
try:
    process.communicate(timeout=0.01)
except subprocess.TimeoutExpired:
    print("timed out")
process.send_signal(signal.SIGINT)
print(process.communicate(), process.returncode)
try:
    subprocess.Popen(["true"], bufsize="x")
except TypeError as error:
    print(error)
