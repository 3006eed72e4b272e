"""Addresses of the web (RFC 3986): taken apart, put together, and made of safe characters."""
from collections import namedtuple

_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")
_USES_AUTHORITY = ("", "ftp", "http", "https", "ws", "wss", "file", "sftp", "git", "ssh")
_RELATIVE = ("", "ftp", "http", "https", "ws", "wss", "file")
_CONTROLS_AND_SPACE = "".join(map(chr, range(33)))


# --- Safe characters ---------------------------------------------------------------------------------

def quote(string, safe="/", encoding=None, errors=None):
    if isinstance(string, str):
        string = string.encode(encoding or "utf-8", errors or "strict")
    elif encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    return quote_from_bytes(string, safe)


def quote_from_bytes(bs, safe="/"):
    if not isinstance(bs, bytes):
        raise TypeError("quote_from_bytes() expected bytes")
    allowed = _SAFE.union(safe.encode("ascii", "ignore") if isinstance(safe, str) else safe)
    return "".join([chr(byte) if byte in allowed else f"%{byte:02X}" for byte in bs])


def quote_plus(string, safe="", encoding=None, errors=None):
    space = b" " if isinstance(string, bytes) else " "
    if space not in string:
        return quote(string, safe, encoding, errors)
    return quote(string, safe + " ", encoding, errors).replace(" ", "+")


def unquote_to_bytes(string):
    if isinstance(string, str):
        string = string.encode("utf-8")
    first, *rest = string.split(b"%")
    parts = [first]
    for part in rest:
        try:
            parts.append(bytes([int(part[:2].decode("ascii"), 16)]) if len(part) >= 2 else b"%")
            parts.append(part[2:] if len(part) >= 2 else part)
        except ValueError:
            parts.append(b"%" + part)
    return b"".join(parts)


def unquote(string, encoding="utf-8", errors="replace"):
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding, errors)
    if "%" not in string:
        return string
    return unquote_to_bytes(string).decode(encoding or "utf-8", errors or "replace")


def unquote_plus(string, encoding="utf-8", errors="replace"):
    return unquote(string.replace("+", " "), encoding, errors)


# --- Queries -----------------------------------------------------------------------------------------

def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    def text(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(str(value), safe, encoding, errors)

    pairs = query.items() if hasattr(query, "items") else query
    parts = []
    try:
        if pairs is query and len(query) and not isinstance(query[0], tuple):
            raise TypeError
        for name, value in pairs:
            if doseq and not isinstance(value, (str, bytes)) and hasattr(value, "__iter__"):
                parts += [f"{text(name)}={text(each)}" for each in value]
            else:
                parts.append(f"{text(name)}={text(value)}")
    except (TypeError, ValueError) as error:
        raise TypeError("not a valid non-string sequence or mapping object") from error
    return "&".join(parts)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
              max_num_fields=None, separator="&"):
    pairs = []
    for field in qs.split(separator) if qs else []:
        if not field and not strict_parsing:
            continue
        name, equals, value = field.partition("=")
        if not equals and strict_parsing:
            raise ValueError(f"bad query field: {field!r}")
        if value or keep_blank_values:
            pairs.append((unquote_plus(name, encoding, errors), unquote_plus(value, encoding, errors)))
    if max_num_fields is not None and len(pairs) > max_num_fields:
        raise ValueError("Max number of fields exceeded")
    return pairs


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
             max_num_fields=None, separator="&"):
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        found.setdefault(name, []).append(value)
    return found


# --- Parts of an address -----------------------------------------------------------------------------

class _Authority:
    """What the part between // and the path says."""
    __slots__ = ()

    def _split(self):
        user, at, place = self.netloc.rpartition("@")
        if place.startswith("["):
            host, _, rest = place[1:].partition("]")
            port = rest.partition(":")[2]
        else:
            host, _, port = place.partition(":")
        return user, at, host, port

    @property
    def username(self):
        user, at, _, _ = self._split()
        return user.partition(":")[0] if at else None

    @property
    def password(self):
        user, _, _, _ = self._split()
        return user.partition(":")[2] if ":" in user else None

    @property
    def hostname(self):
        return self._split()[2].lower() or None

    @property
    def port(self):
        return self._place()[1]

    def _place(self):
        """(host name, port), each None where it is not told."""
        _, _, host, port = self._split()
        host = host.lower() or None
        if not port:
            return host, None
        if not (port.isascii() and port.isdigit()):
            raise ValueError(f"Port could not be cast to integer value as {port!r}")
        if int(port) > 65535:
            raise ValueError("Port out of range 0-65535")
        return host, int(port)

    def __str__(self):
        return self.__repr__()


class SplitResult(_Authority, namedtuple("SplitResult", "scheme netloc path query fragment")):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(_Authority, namedtuple("ParseResult", "scheme netloc path params query fragment")):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


def _split_scheme(url, scheme):
    colon = url.find(":")
    if colon > 0 and url[:colon].isascii() and url[0].isalpha():
        if url[:colon].replace("+", "").replace("-", "").replace(".", "").isalnum():
            return url[:colon].lower(), url[colon + 1:]
    return scheme, url


def urlsplit(url, scheme="", allow_fragments=True):
    url = url.lstrip(_CONTROLS_AND_SPACE).replace("\t", "").replace("\r", "").replace("\n", "")
    scheme, url = _split_scheme(url, scheme.strip())
    netloc = query = fragment = ""
    if url[:2] == "//":
        end = len(url)
        for char in "/?#":
            found = url.find(char, 2, end)
            if found >= 0:
                end = found
        netloc, url = url[2:end], url[end:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
    if allow_fragments and "#" in url:
        url, _, fragment = url.partition("#")
    if "?" in url:
        url, _, query = url.partition("?")
    return SplitResult(scheme, netloc, url, query, fragment)


def urlparse(url, scheme="", allow_fragments=True):
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ""
    if ";" in path:
        slash = path.rfind("/")
        cut = path.find(";", max(slash, 0))
        if cut >= 0:
            path, params = path[:cut], path[cut + 1:]
    return ParseResult(scheme, netloc, path, params, query, fragment)


def urlunsplit(components):
    scheme, netloc, url, query, fragment = components
    if netloc or (scheme and scheme in _USES_AUTHORITY and url[:2] != "//"):
        if url and url[:1] != "/":
            url = "/" + url
        url = "//" + (netloc or "") + url
    if scheme:
        url = scheme + ":" + url
    if query:
        url += "?" + query
    if fragment:
        url += "#" + fragment
    return url


def urlunparse(components):
    scheme, netloc, url, params, query, fragment = components
    if params:
        url = f"{url};{params}"
    return urlunsplit((scheme, netloc, url, query, fragment))


DefragResult = namedtuple("DefragResult", "url fragment")


def urldefrag(url):
    parts = urlsplit(url)
    return DefragResult(urlunsplit(parts[:4] + ("",)), parts.fragment)


def _without_dots(path):
    """The path without its . and .. (RFC 3986, 5.2.4)."""
    parts = path.split("/")
    out = []
    for part in parts:
        if part == "..":
            if len(out) > 1 or (out and out[0]):
                out.pop()
        elif part != ".":
            out.append(part)
    if parts[-1] in (".", ".."):
        out.append("")
    return "/".join(out)


def urljoin(base, url, allow_fragments=True):
    if not base:
        return url
    if not url:
        return base
    old = urlparse(base, "", allow_fragments)
    new = urlparse(url, old.scheme, allow_fragments)
    if new.scheme != old.scheme or new.scheme not in _RELATIVE:
        return url
    if new.netloc:
        return urlunparse(new)
    if not new.path and not new.params:
        return urlunparse((new.scheme, old.netloc, old.path, old.params, new.query or old.query, new.fragment))
    if new.path.startswith("/"):
        path = new.path
    else:
        path = old.path[:old.path.rfind("/") + 1] + new.path
        if old.netloc and not path.startswith("/"):
            path = "/" + path
    return urlunparse((new.scheme, old.netloc, _without_dots(path) or "/", new.params, new.query, new.fragment))
