"""Compare what random programs do: what this python3 does, Bide has to do.

A Differential says which programs, and how their output is to be read; main() runs them by the thousand, prints the
seed and the first difference of each that differs (exit status 1), and shows or shrinks one of them. Under CPython a
program runs in a forked process, because starting anew takes ten times as long.
"""
import argparse
import difflib
import gc
import multiprocessing
import os
import re
import signal
import subprocess
import sys
import tempfile
import time

import program_tree

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tests"))
import virtual_clock  # noqa: E402

SECONDS = 10  # for CPython, of a program that never ends: it is skipped
FILE = "program.py"


class Different(Exception):
    pass


class Differential:
    """What to compare. `programs` is a module with program(seed, features), which makes a tree, and FEATURES: what not
    every version has, and a program that fails where it is lacking."""
    flags = []  # of bide

    def __init__(self, programs):
        self.programs = programs

    def prepare(self):
        """Whatever is to be changed in CPython before the program runs."""

    def plain(self, text, folder):
        """Output without what no two runs have in common."""
        return re.sub(r"0x[0-9a-f]+", "0x", text.decode("utf-8", "replace")).replace(folder + "/", "")

    def finishes(self, output):
        """Whether a program that prints this is worth comparing."""
        return True

    def lines(self, program, what, text):
        """The lines of "standard output" or "standard error" to be compared."""
        return text.splitlines()

    # --- Running ---

    def run_python(self, folder):
        """The exit status under CPython, None: it does not end; output goes to `folder`."""
        pid = os.fork()
        if pid == 0:
            signal.alarm(SECONDS)
            for number, name in (1, "python.out"), (2, "python.err"):
                os.dup2(os.open(os.path.join(folder, name), os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
            os.chdir(folder)
            sys.argv = ["virtual_clock.py", FILE]
            status = 0
            virtual_clock.install()
            self.prepare()
            try:
                virtual_clock.main()
            except SystemExit as request:
                status = request.code
            sys.modules["__main__"].__dict__.clear()
            gc.collect()
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        return None if status == -signal.SIGALRM else status

    def compare(self, bide, text, folder):
        """Run one program under both; raises Different. False: CPython does not finish it."""
        with open(os.path.join(folder, FILE), "w") as file:
            file.write(text)
        status = self.run_python(folder)
        expected = self.plain(read(folder, "python.out"), folder)
        if status is None or not self.finishes(expected):
            return False
        try:
            done = subprocess.run([bide, *self.flags, FILE], cwd=folder, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=6 * SECONDS)
        except subprocess.TimeoutExpired:
            raise Different("Bide does not finish")
        for what, before, after in (
                ("standard output", expected, self.plain(done.stdout, folder)),
                ("standard error", self.plain(read(folder, "python.err"), folder), self.plain(done.stderr, folder)),
                ("exit status", str(status), str(done.returncode))):
            before, after = self.lines(text, what, before), self.lines(text, what, after)
            if before != after:
                diff = list(difflib.unified_diff(before, after, "python " + what, "bide " + what, lineterm="", n=3))
                if b"Sanitizer" in done.stderr or b"runtime error:" in done.stderr:
                    diff += done.stderr.decode("utf-8", "replace").splitlines()[:12]
                raise Different("\n".join(diff[:30]))
        return True

    def program(self, seed, features):
        return self.programs.program(seed, features)

    def shrink(self, seed, bide, features, folder):
        def difference(tree):
            try:
                self.compare(bide, program_tree.source(tree), folder)
            except Different as found:
                return str(found)
            return ""

        tree = self.program(seed, features)
        first = difference(tree).partition("\n")[0]
        if first:
            def differs(tree):
                found = difference(tree)
                return found.startswith(first) and "NameError" not in found and "UnboundLocal" not in found

            program_tree.prune(tree, differs)
            print(program_tree.source(tree))
        print(difference(tree) or "no difference")

    def features(self, *commands):
        """What all of the commands have that run a line of the language."""
        return [name for name, probe in sorted(self.programs.FEATURES.items())
                if all(subprocess.run([*command, "-c", probe], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                      stderr=subprocess.DEVNULL).returncode == 0 for command in commands)]

    # --- The command ---

    def main(self, description):
        parser = argparse.ArgumentParser(description=description)
        parser.add_argument("-n", type=int, default=1000, help="programs (1000)")
        parser.add_argument("--first", type=int, default=0, help="the first seed (0)")
        parser.add_argument("-j", type=int, default=os.cpu_count(), help="programs at a time")
        parser.add_argument("--time", type=float, default=3600, help="stop after so many seconds (3600)")
        parser.add_argument("--show", type=int, metavar="SEED", help="print the program")
        parser.add_argument("--shrink", type=int, metavar="SEED",
                            help="print the least part of the program that differs")
        parser.add_argument("bide", nargs="?", default=os.path.join(ROOT, "bide"))
        options = parser.parse_args()
        bide = os.path.abspath(options.bide)
        features = self.features([bide], [sys.executable])
        if options.show is not None:
            print(program_tree.source(self.program(options.show, features)), end="")
            return 0
        with tempfile.TemporaryDirectory(prefix="bide-fuzz-") as folder:
            if options.shrink is not None:
                self.shrink(options.shrink, bide, features, folder)
                return 0
            return self.run_all(options, bide, features, folder)

    def run_all(self, options, bide, features, folder):
        print("seeds %d to %d%s" % (options.first, options.first + options.n - 1,
                                    features and "; with " + ", ".join(features) or ""), flush=True)
        started, done, skipped, different = time.time(), 0, 0, []
        seeds = range(options.first, options.first + options.n)
        with multiprocessing.get_context("fork").Pool(options.j, prepare, (self, bide, features, folder)) as pool:
            for seed, result in pool.imap_unordered(work, seeds, chunksize=4):
                done += 1
                if result is False:
                    skipped += 1
                elif result is not True:
                    different.append(seed)
                    print("--- seed %d\n%s" % (seed, result), flush=True)
                if time.time() - started > options.time:
                    break
            pool.close() if done == options.n else pool.terminate()
            pool.join()
        print("%d programs, %d that CPython does not finish, %d differ%s" % (
            done, skipped, len(different), ": " + " ".join(map(str, sorted(different))) if different else ""))
        return 1 if different else 0


def read(folder, name):
    with open(os.path.join(folder, name), "rb") as file:
        return file.read()


def prepare(differential, bide, features, parent):
    work.arguments = differential, bide, features, tempfile.mkdtemp(dir=parent)


def work(seed):
    differential, bide, features, folder = work.arguments
    try:
        text = program_tree.source(differential.program(seed, features))
        return seed, differential.compare(bide, text, folder)
    except Different as difference:
        return seed, str(difference)
