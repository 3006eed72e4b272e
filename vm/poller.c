#include "vm/poller.h"

#include <errno.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "vm/memory.h"
#include "vm/vm.h"

enum { LONGEST_WAIT = 24 * 3600, MOST_EVENTS = 64 };

/* In milliseconds, rounded up, so that a timer is due when the wait is over. */
static int milliseconds(double seconds) {
    if (seconds < 0 || seconds > LONGEST_WAIT)
        seconds = LONGEST_WAIT;
    return (int)ceil(seconds * 1e3);
}

#ifdef __linux__

#include <sys/epoll.h>

struct Poller {
    int epoll;
    size_t count;
    unsigned char *interests; /* by descriptor; malloc'ed */
    int interest_count;
};

Poller *poller_new(void) {
    Poller *poller = memory_new_zeroed(1, sizeof *poller);
    poller->epoll = epoll_create1(EPOLL_CLOEXEC);
    return poller;
}

void poller_free(Poller *poller) {
    if (!poller)
        return;
    if (poller->epoll >= 0)
        close(poller->epoll);
    free(poller->interests);
    free(poller);
}

int poller_watch(Poller *poller, int descriptor, int interest) {
    if (descriptor < 0)
        return EBADF;
    if (descriptor >= poller->interest_count) {
        int count = descriptor + 16;
        poller->interests = memory_resize(poller->interests, (size_t)count, 1);
        memset(poller->interests + poller->interest_count, 0, (size_t)(count - poller->interest_count));
        poller->interest_count = count;
    }
    int before = poller->interests[descriptor];
    if (before == interest)
        return 0;
    struct epoll_event event = {.data.fd = descriptor};
    event.events = (interest & POLL_READ ? EPOLLIN : 0) | (interest & POLL_WRITE ? EPOLLOUT : 0);
    int operation = before == 0 ? EPOLL_CTL_ADD : interest == 0 ? EPOLL_CTL_DEL : EPOLL_CTL_MOD;
    int error = epoll_ctl(poller->epoll, operation, descriptor, &event) == 0 ? 0 : errno;
    /* A descriptor that was closed meanwhile is no longer watched anyway. */
    if (error && interest != 0)
        return error;
    poller->count += (interest != 0) - (before != 0);
    poller->interests[descriptor] = (unsigned char)interest;
    return 0;
}

size_t poller_count(const Poller *poller) {
    return poller->count;
}

int poller_wait(Vm *vm, Poller *poller, double seconds, PollerEvent *events, int capacity) {
    struct epoll_event found[MOST_EVENTS];
    int most = capacity < MOST_EVENTS ? capacity : MOST_EVENTS, count;
    if (seconds == 0) {
        count = epoll_wait(poller->epoll, found, most, 0);
    } else {
        /* A signal that comes after the look at vm->interrupts must end the wait: it is held back until then.
         */
        sigset_t all, before;
        sigfillset(&all);
        pthread_sigmask(SIG_SETMASK, &all, &before);
        count = vm->interrupts ? 0 : epoll_pwait(poller->epoll, found, most, milliseconds(seconds), &before);
        pthread_sigmask(SIG_SETMASK, &before, NULL);
    }
    for (int i = 0; i < count; i++) {
        events[i].descriptor = found[i].data.fd;
        events[i].ready = (found[i].events & ~(unsigned)EPOLLOUT ? POLL_READ : 0) |
                          (found[i].events & ~(unsigned)EPOLLIN ? POLL_WRITE : 0);
    }
    return count < 0 ? 0 : count;
}

#else

struct Poller {
    struct pollfd *watched; /* malloc'ed */
    size_t count, capacity;
};

Poller *poller_new(void) {
    return memory_new_zeroed(1, sizeof(Poller));
}

void poller_free(Poller *poller) {
    if (!poller)
        return;
    free(poller->watched);
    free(poller);
}

int poller_watch(Poller *poller, int descriptor, int interest) {
    if (descriptor < 0)
        return EBADF;
    size_t i = 0;
    while (i < poller->count && poller->watched[i].fd != descriptor)
        i++;
    if (interest == 0) {
        if (i < poller->count)
            poller->watched[i] = poller->watched[--poller->count];
        return 0;
    }
    if (i == poller->count) {
        if (poller->count == poller->capacity) {
            poller->capacity = poller->capacity * 2 + 8;
            poller->watched = memory_resize(poller->watched, poller->capacity, sizeof *poller->watched);
        }
        poller->count++;
    }
    short wanted = (short)((interest & POLL_READ ? POLLIN : 0) | (interest & POLL_WRITE ? POLLOUT : 0));
    poller->watched[i] = (struct pollfd){.fd = descriptor, .events = wanted};
    return 0;
}

size_t poller_count(const Poller *poller) {
    return poller->count;
}

int poller_wait(Vm *vm, Poller *poller, double seconds, PollerEvent *events, int capacity) {
    if (vm->interrupts && seconds != 0)
        return 0;
    int left = poll(poller->watched, (nfds_t)poller->count, seconds == 0 ? 0 : milliseconds(seconds)),
        count = 0;
    for (size_t i = 0; i < poller->count && left > 0 && count < capacity; i++) {
        short found = poller->watched[i].revents;
        if (!found)
            continue;
        left--;
        events[count].descriptor = poller->watched[i].fd;
        events[count].ready = (found & ~POLLOUT ? POLL_READ : 0) | (found & ~POLLIN ? POLL_WRITE : 0);
        count++;
    }
    return count;
}

#endif
