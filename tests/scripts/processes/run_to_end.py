"""subprocess.run() and its kin."""
import subprocess


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


print(subprocess.run(["echo", "one", "two words"], capture_output=True))
print(subprocess.run(["cat"], input="text\n", text=True, capture_output=True))
print(subprocess.run(["cat"], input=b"bytes", stdout=subprocess.PIPE).stdout)
print(subprocess.run("echo out; echo err >&2; exit 3", shell=True, capture_output=True, text=True))
print(subprocess.run("echo both; echo err >&2", shell=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT).stdout)
print(subprocess.run(["sh", "-c", "exit 300"]).returncode, subprocess.run(["true"], stdout=subprocess.DEVNULL))
attempt(subprocess.run, ["false"], check=True)
attempt(subprocess.run, "kill -9 $$", shell=True, check=True)
attempt(subprocess.run, ["no-such-program-here"])
attempt(subprocess.run, ["/tmp"])
attempt(subprocess.run, ["true"], cwd="/no/such/folder")
attempt(subprocess.run, ["cat"], input=b"", stdin=subprocess.PIPE)
attempt(subprocess.run, ["cat"], capture_output=True, stdout=subprocess.PIPE)
attempt(subprocess.run, ["echo", 1])
attempt(subprocess.check_output, ["sh", "-c", "echo partly; exit 1"])
try:
    subprocess.check_output(["sh", "-c", "echo partly; exit 1"])
except subprocess.CalledProcessError as error:
    print(error.output, error.stdout, error.returncode, error.cmd, error.stderr)
print(subprocess.check_output(["sh", "-c", "pwd; echo $NAME"], cwd="/", env={"NAME": "value", "PATH": "/bin:/usr/bin"}))
print(subprocess.call(["sh", "-c", "exit 5"]), subprocess.check_call(["true"]))
print(subprocess.getoutput("echo shell"), subprocess.getstatusoutput("echo x; exit 2"))
try:
    subprocess.run(["sleep", "20"], timeout=0.05)
except subprocess.TimeoutExpired as error:
    print(type(error).__name__, error.cmd)
big = bytes(range(256)) * 4000
print(subprocess.run(["cat"], input=big, stdout=subprocess.PIPE).stdout == big)
