#include "vm/standard_modules.h"

#include "vm/list.h"

static const char *const names[] = {
    "abc",          "argparse",    "array",        "ast",
    "asyncio",      "atexit",      "base64",       "bdb",
    "binascii",     "bisect",      "builtins",     "bz2",
    "cProfile",     "calendar",    "cmath",        "cmd",
    "code",         "codecs",      "codeop",       "collections",
    "colorsys",     "compileall",  "concurrent",   "configparser",
    "contextlib",   "contextvars", "copy",         "copyreg",
    "csv",          "ctypes",      "curses",       "dataclasses",
    "datetime",     "dbm",         "decimal",      "difflib",
    "dis",          "doctest",     "email",        "encodings",
    "ensurepip",    "enum",        "errno",        "faulthandler",
    "fcntl",        "filecmp",     "fileinput",    "fnmatch",
    "fractions",    "ftplib",      "functools",    "gc",
    "genericpath",  "getopt",      "getpass",      "gettext",
    "glob",         "graphlib",    "grp",          "gzip",
    "hashlib",      "heapq",       "hmac",         "html",
    "http",         "imaplib",     "importlib",    "inspect",
    "io",           "ipaddress",   "itertools",    "json",
    "keyword",      "linecache",   "locale",       "logging",
    "lzma",         "mailbox",     "marshal",      "math",
    "mimetypes",    "mmap",        "modulefinder", "multiprocessing",
    "netrc",        "ntpath",      "nturl2path",   "numbers",
    "opcode",       "operator",    "optparse",     "os",
    "pathlib",      "pdb",         "pickle",       "pickletools",
    "pkgutil",      "platform",    "plistlib",     "poplib",
    "posix",        "posixpath",   "pprint",       "profile",
    "pstats",       "pty",         "pwd",          "py_compile",
    "pyclbr",       "pydoc",       "pydoc_data",   "pyexpat",
    "queue",        "quopri",      "random",       "re",
    "readline",     "reprlib",     "resource",     "rlcompleter",
    "runpy",        "sched",       "secrets",      "select",
    "selectors",    "shelve",      "shlex",        "shutil",
    "signal",       "site",        "smtplib",      "socket",
    "socketserver", "sqlite3",     "sre_compile",  "sre_constants",
    "sre_parse",    "ssl",         "stat",         "statistics",
    "string",       "stringprep",  "struct",       "subprocess",
    "symtable",     "sys",         "sysconfig",    "syslog",
    "tabnanny",     "tarfile",     "tempfile",     "termios",
    "textwrap",     "threading",   "time",         "timeit",
    "tkinter",      "token",       "tokenize",     "tomllib",
    "trace",        "traceback",   "tracemalloc",  "tty",
    "turtle",       "turtledemo",  "types",        "typing",
    "unicodedata",  "unittest",    "urllib",       "uuid",
    "venv",         "warnings",    "wave",         "weakref",
    "webbrowser",   "wsgiref",     "xml",          "xmlrpc",
    "zipapp",       "zipfile",     "zipimport",    "zlib",
    "zoneinfo",
};

enum { NAME_COUNT = sizeof names / sizeof *names };

bool is_standard_module(const String *name) {
    for (int i = 0; i < NAME_COUNT; i++)
        if (string_equal_c(name, names[i]))
            return true;
    return false;
}

bool is_standard_package(const String *name) {
    static const char *const packages[] = {
        "asyncio",    "collections", "concurrent", "ctypes",    "curses",   "dbm",     "email",
        "encodings",  "html",        "http",       "importlib", "json",     "logging", "multiprocessing",
        "pydoc_data", "sqlite3",     "tkinter",    "tomllib",   "unittest", "urllib",  "venv",
        "wsgiref",    "xml",         "xmlrpc",     "zoneinfo",
    };
    for (size_t i = 0; i < sizeof packages / sizeof *packages; i++)
        if (string_equal_c(name, packages[i]))
            return true;
    return false;
}

List *standard_module_names_like(Vm *vm, const String *name) {
    List *list = list_new(vm, NAME_COUNT);
    for (int i = 0; i < NAME_COUNT; i++)
        if (names[i][0] == name->chars[0])
            list_append(vm, list, string_value(vm, names[i]));
    return list;
}
