# except: classes, tuples, expressions, names that are unbound afterwards.
def catch(error, what):
    try:
        raise error
    except what as e:
        return f"caught {e!r}"


print(catch(KeyError("a"), KeyError), catch(KeyError("b"), (ValueError, LookupError)), catch(IndexError(), Exception))
try:
    catch(KeyError("c"), ValueError)
except KeyError as e:
    print("not caught", e)
for wrong in (5, "text", (ValueError, 5), [ValueError], None):
    try:
        catch(KeyError("d"), wrong)
    except TypeError as e:
        print(e)
try:
    raise ValueError("gone")
except ValueError as name:
    pass
try:
    name
except NameError as e:
    print(e)
name = "kept"
try:
    raise ValueError
except ValueError as name:
    name = "rebound"
print("name" in globals())


def chosen():
    print("chosen only when needed")
    return ValueError


try:
    pass
except chosen():
    pass
try:
    raise ValueError
except (TypeError, KeyError):
    print("no")
except chosen():
    print("yes")
except:
    print("never")
