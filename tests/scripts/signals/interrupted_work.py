# slow: starts a dozen programs
"""Ctrl-C while a program computes, prints, or tidies up; and what it may do about it."""
from _interrupting import READY, interrupt_all

interrupt_all({
    "loop": ("", "while True: pass"),
    "function": ("def f():\n    n = 0\n    while True: n += 1", "f()"),
    "native loop that calls": ("", "max(iter(lambda: 0, 1))"),
    "exec": ("", "exec('while True: pass')"),
    "blocked print": ("import os; r, w = os.pipe()", "os.dup2(w, 1); print('x' * 1_000_000)"),
    "finally": ("", "try: time.sleep(60)\nfinally: print('finally')"),
    "caught": ("", "try: time.sleep(60)\nexcept KeyboardInterrupt as error: print('caught', repr(error))"),
    "with": ("import contextlib", "with contextlib.suppress(KeyboardInterrupt): time.sleep(60)\nprint('on')"),
    "except Exception": ("", "try: time.sleep(60)\nexcept Exception: print('not this')"),
    "handler that exits": ("import signal\ndef f(number, frame):\n    print('handler', number)\n    sys.exit(5)\n"
                           "signal.signal(signal.SIGINT, f)", "time.sleep(60)"),
    "handler that goes on": ("import signal\nsignal.signal(signal.SIGINT, lambda *args: print('on'))", "time.sleep(0.5)"),
    "ignored": ("import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)", "time.sleep(0.5)\nprint('to the end')"),
    "in an exit function": (f"import atexit\natexit.register(lambda: ({READY}, time.sleep(60)))", ""),
    "while threads end": ("import threading\nthreading.Thread(target=time.sleep, args=(1,)).start()", ""),
})
