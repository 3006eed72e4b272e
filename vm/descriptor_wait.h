/* Waiting for descriptors in the midst of a native call, as blocking sockets, select() and input do: in
 * poll(), with the interpreter lock given away. A signal that comes at whatever moment ends the wait. What
 * event loops wait in is the poller. */
#ifndef BIDE_VM_DESCRIPTOR_WAIT_H
#define BIDE_VM_DESCRIPTOR_WAIT_H

#include <poll.h>

#include "vm/vm.h"

typedef enum DescriptorWait { DESCRIPTORS_READY, DESCRIPTORS_TIMED_OUT, DESCRIPTORS_RAISED } DescriptorWait;

/* Waits until one of `count` descriptors is ready, for `seconds` at most (negative: for ever); signals are
 * served meanwhile. What the caller holds must be rooted. */
DescriptorWait descriptors_wait(Vm *vm, struct pollfd *watched, size_t count, double seconds);

/* The same for one that is to be read (POLLIN) or written (POLLOUT). */
DescriptorWait descriptor_wait(Vm *vm, int descriptor, short events, double seconds);

#endif
