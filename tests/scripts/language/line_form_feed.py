# Form feeds between definitions mean nothing.

def f():
    return 1

    
print(f())
print("after a form feed")
