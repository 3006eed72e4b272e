/* str to bytes and back: utf-8, ascii and latin-1, with the usual error handlers. */
#ifndef BIDE_STDLIB_TYPES_CODECS_H
#define BIDE_STDLIB_TYPES_CODECS_H

#include "vm/vm.h"

/* `encoding` and `errors` are strs or NOTHING (utf-8, strict). Raise LookupError for unknown ones,
 * UnicodeEncodeError and UnicodeDecodeError as CPython does. */
Value codec_encode(Vm *vm, String *string, Value encoding, Value errors);
/* `bytes` is a bytes or a bytearray. */
Value codec_decode(Vm *vm, Value bytes, Value encoding, Value errors);

/* Arguments named `encoding` and `errors` of a function: each a str or NOTHING. False: raised TypeError. */
bool codec_check_arguments(Vm *vm, const char *function, Value encoding, Value errors);

#endif
