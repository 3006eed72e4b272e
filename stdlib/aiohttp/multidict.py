"""Names of which each may have several values, as in queries and forms."""


class MultiDictProxy:
    """A mapping to the first value of each name; getall() has all of them."""

    def __init__(self, pairs):
        self._pairs = pairs

    def __repr__(self):
        return f"<MultiDictProxy({', '.join([f'{name!r}: {value!r}' for name, value in self._pairs])})>"

    def getall(self, key, *default):
        found = [value for name, value in self._pairs if name == key]
        if found:
            return found
        if default:
            return default[0]
        raise KeyError(f"Key not found: {key!r}")

    def getone(self, key, *default):
        return self.getall(key, *[[each] for each in default])[0]

    def get(self, key, default=None):
        return self.getone(key, default)

    def __getitem__(self, key):
        return self.getone(key)

    def __contains__(self, key):
        return any([name == key for name, _ in self._pairs])

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(self._pairs)

    def __eq__(self, other):
        if isinstance(other, MultiDictProxy):
            return self._pairs == other._pairs
        return dict(self._pairs) == other and len(self._pairs) == len(other)

    def keys(self):
        return [name for name, _ in self._pairs]

    def values(self):
        return [value for _, value in self._pairs]

    def items(self):
        return list(self._pairs)
