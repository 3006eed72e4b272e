"""urllib.parse: addresses taken apart and put together, safe characters, queries."""
from urllib.parse import (
    parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, urldefrag, urlencode, urljoin, urlparse, urlsplit,
    urlunparse, urlunsplit,
)

for url in ("http://user:pw@host.org:8080/a/b;p?q=1&r=2#frag", "https://host", "//host/path", "/only/path", "path?x#y",
            "mailto:a@b.c", "http://[::1]:80/x", "HTTP://HOST/Path", "", "http://h/?a=1?b", "file:///etc/hosts", "a:b:c"):
    parts = urlsplit(url)
    print(tuple(parts), parts.hostname, parts.port, parts.username, parts.password, parts.geturl())
    print(tuple(urlparse(url)), urlunparse(urlparse(url)), urlunsplit(parts))
print(urlparse("http://a/b;c?d#e"))
for bad in ("http://h:port/", "http://h:99999/", "http://[::1/"):
    try:
        print(urlsplit(bad).port)
    except ValueError as error:
        print(str(error)[:24])
base = "http://a/b/c/d;p?q"
for relative in ("g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", ";x", "", ".", "./", "..", "../g", "../../g",
                 "../../../g", "http://other/x", "mailto:x", "g;x=1/../y"):
    print(relative, urljoin(base, relative))
print(urldefrag("http://a/b#c"), urldefrag("x"))
for text in ("a b", "ä/ö", "100%", "a+b&c=d", "~safe-._", b"\xff\x00", ""):
    print(quote(text), quote(text, safe=""), quote_plus(text), unquote(quote(text)), unquote_plus(quote_plus(text)))
print(unquote("%zz%4"), unquote("%E4%F6"), unquote("a%20b+c"), unquote_plus("a%20b+c"))
print(urlencode({"a": 1, "b c": "d&e"}), urlencode([("x", "ä"), ("x", 2)]), urlencode({"k": [1, 2]}, doseq=True))
print(urlencode({"k": [1, 2]}), urlencode({}))
print(parse_qs("a=1&a=2&b=&c"), parse_qs("a=1&b=", keep_blank_values=True), parse_qsl("x=1&y=%20+z"))
for bad in (5, ["ab"]):
    try:
        urlencode(bad)
    except TypeError as error:
        print(type(error).__name__)
