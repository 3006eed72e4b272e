#include "cli/byte_string.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EVERYDAY_CAPACITY = 1 << 16 };

void byte_string_reserve(ByteString *string, size_t extra) {
    size_t needed = string->length + extra + 1;
    if (needed <= string->capacity)
        return;
    size_t capacity = string->capacity ? string->capacity : 64;
    while (capacity < needed)
        capacity *= 2;
    char *data = realloc(string->data, capacity);
    if (!data) {
        fputs("bide: out of memory\n", stderr);
        exit(1);
    }
    string->data = data;
    string->capacity = capacity;
}

void byte_string_append(ByteString *string, const char *bytes, size_t length) {
    byte_string_replace(string, string->length, string->length, bytes, length);
}

void byte_string_append_text(ByteString *string, const char *text) {
    byte_string_append(string, text, strlen(text));
}

void byte_string_replace(ByteString *string, size_t from, size_t to, const char *bytes, size_t length) {
    byte_string_reserve(string, length);
    size_t tail = string->length - to;
    memmove(string->data + from + length, string->data + to, tail);
    if (length)
        memcpy(string->data + from, bytes, length);
    string->length = from + length + tail;
    string->data[string->length] = '\0';
}

void byte_string_clear(ByteString *string) {
    if (string->capacity > EVERYDAY_CAPACITY) {
        byte_string_free(string);
        return;
    }
    string->length = 0;
    if (string->data)
        string->data[0] = '\0';
}

void byte_string_free(ByteString *string) {
    free(string->data);
    *string = (ByteString){0};
}

const char *byte_string_text(const ByteString *string) {
    return string->data ? string->data : "";
}
