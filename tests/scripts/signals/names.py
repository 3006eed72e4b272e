# Signals are integers with names.
import signal

number = signal.SIGINT
print(repr(number), str(number), f"{number}", "%d" % number, number.name, number.value)
print(number == 2, number + 1, number in {2}, isinstance(number, int), hash(number) == hash(2))
print(signal.Signals(15), repr(signal.Signals(15)), signal.Signals(15) is signal.SIGTERM)
print(signal.Signals["SIGUSR1"] is signal.SIGUSR1, signal.Signals.SIGALRM is signal.SIGALRM)
print(signal.Signals, type(number))
print([member.name for member in signal.Signals][:6])
print(list(signal.Handlers), repr(signal.SIG_IGN), int(signal.SIG_IGN))
for wrong in (99, "SIGINT", None):
    try:
        signal.Signals(wrong)
    except ValueError as error:
        print(error)
try:
    signal.Signals["SIGNAL"]
except KeyError as error:
    print("KeyError", error)
print(signal.strsignal(signal.SIGINT), signal.strsignal(15), signal.strsignal(signal.SIGSEGV))
print(signal.SIGKILL in signal.valid_signals(), signal.NSIG)
