/* The poller: waits until one of several descriptors is ready. epoll on Linux, poll elsewhere.
 *
 * An event loop makes one when the first descriptor is to be watched; a program that only sleeps and computes
 * never has one. A descriptor is watched for reading, for writing or for both. While one thread waits others
 * may wake it, once the poller has been made wakeable. */
#ifndef BIDE_VM_POLLER_H
#define BIDE_VM_POLLER_H

#include <stdbool.h>
#include <stddef.h>

#include "vm/value.h"

enum { POLL_READ = 1, POLL_WRITE = 2 };

/* How many events poller_wait() gives at most; the rest come the next time. */
enum { POLLER_MOST_EVENTS = 512 };

typedef struct PollerEvent {
    int descriptor;
    int ready; /* POLL_READ, POLL_WRITE or both; an error counts as ready for all */
} PollerEvent;

typedef struct Poller Poller;

/* What CPython calls it: "EpollSelector". */
const char *poller_name(void);

Poller *poller_new(void);
void poller_free(Poller *poller);

/* Watches `descriptor` for `interest`, in place of what it was watched for; 0: no longer. Returns 0 or an
 * errno (EPERM: a file that cannot be waited for, because it is always ready). */
int poller_watch(Poller *poller, int descriptor, int interest);

/* How many descriptors are watched. */
size_t poller_count(const Poller *poller);

/* Makes poller_wake() work, which costs a descriptor, or two. False: there is none to be had. */
bool poller_make_wakeable(Poller *poller);

/* Ends the wait that goes on, or else the next one. A signal handler may call it; errno is kept. */
void poller_wake(Poller *poller);

/* Waits at most `seconds` (0: only looks; negative: for ever) for descriptors or poller_wake(). Writes at
 * most `capacity` events and returns how many. Where it may wait it gives the interpreter lock away
 * meanwhile. */
int poller_wait(Vm *vm, Poller *poller, double seconds, PollerEvent *events, int capacity);

#endif
