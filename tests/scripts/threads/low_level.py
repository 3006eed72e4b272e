"""Module _thread: locks as signals, identities, SystemExit."""
import _thread
import threading

done = _thread.allocate_lock()
done.acquire()
identities = []


def work(a, b=0):
    identities.append(_thread.get_ident())
    print("work", a, b)
    done.release()
    _thread.exit()
    print("never")


started = _thread.start_new_thread(work, (1,), {"b": 2})
done.acquire()
print(identities == [started], started != _thread.get_ident(), _thread.get_ident() == threading.main_thread().ident)
names = []


def look():
    names.append(threading.current_thread().name)
    names.append(threading.current_thread().daemon)
    done.release()


_thread.start_new_thread(look, ())
done.acquire()
print(names)
for arguments in ((1, ()), (work, []), (work, (), [])):
    try:
        _thread.start_new_thread(*arguments)
    except TypeError as error:
        print(error)
print(_thread.error, _thread.TIMEOUT_MAX, type(done))
