#include "vm/poller.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

#include "vm/interpreter_lock.h"
#include "vm/memory.h"

enum { LONGEST_WAIT = 24 * 3600 };

/* In milliseconds, rounded up, so that a timer is due when the wait is over. */
static int milliseconds(double seconds) {
    if (seconds < 0 || seconds > LONGEST_WAIT)
        seconds = LONGEST_WAIT;
    return (int)ceil(seconds * 1e3);
}

#ifdef __linux__

#include <sys/epoll.h>
#include <sys/eventfd.h>

struct Poller {
    int wake_reader, wake_writer; /* -1: it is not wakeable; an eventfd is both */
    int epoll;
    size_t count;
    unsigned char *interests; /* by descriptor; malloc'ed */
    int interest_count;
};

Poller *poller_new(void) {
    Poller *poller = memory_new_zeroed(1, sizeof *poller);
    poller->wake_reader = poller->wake_writer = -1;
    poller->epoll = epoll_create1(EPOLL_CLOEXEC);
    return poller;
}

void poller_free(Poller *poller) {
    if (!poller)
        return;
    if (poller->wake_reader >= 0)
        close(poller->wake_reader);
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
    /* It was closed while it was watched, and is another one's now. */
    if (error == ENOENT && operation == EPOLL_CTL_MOD)
        error = epoll_ctl(poller->epoll, EPOLL_CTL_ADD, descriptor, &event) == 0 ? 0 : errno;
    /* A descriptor that was closed meanwhile is no longer watched anyway. */
    if (error && interest != 0)
        return error;
    poller->count += (interest != 0) - (before != 0);
    poller->interests[descriptor] = (unsigned char)interest;
    return 0;
}

static bool open_wake_descriptors(Poller *poller) {
    poller->wake_reader = poller->wake_writer = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    return poller->wake_reader >= 0;
}

static int wait_for_events(Vm *vm, Poller *poller, double seconds, PollerEvent *events, int capacity) {
    struct epoll_event found[POLLER_MOST_EVENTS];
    int most = capacity < POLLER_MOST_EVENTS ? capacity : POLLER_MOST_EVENTS, count;
    Thread *released = seconds != 0 ? interpreter_release(vm) : NULL;
    count = epoll_wait(poller->epoll, found, most, seconds == 0 ? 0 : milliseconds(seconds));
    interpreter_acquire(vm, released);
    for (int i = 0; i < count; i++) {
        events[i].descriptor = found[i].data.fd;
        events[i].ready = (found[i].events & ~(unsigned)EPOLLOUT ? POLL_READ : 0) |
                          (found[i].events & ~(unsigned)EPOLLIN ? POLL_WRITE : 0);
    }
    return count < 0 ? 0 : count;
}

const char *poller_name(void) {
    return "EpollSelector";
}

#else

struct Poller {
    int wake_reader, wake_writer; /* -1: it is not wakeable */
    struct pollfd *watched;       /* malloc'ed */
    size_t count, capacity;
};

Poller *poller_new(void) {
    Poller *poller = memory_new_zeroed(1, sizeof *poller);
    poller->wake_reader = poller->wake_writer = -1;
    return poller;
}

void poller_free(Poller *poller) {
    if (!poller)
        return;
    if (poller->wake_reader >= 0) {
        close(poller->wake_reader);
        close(poller->wake_writer);
    }
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

static bool open_wake_descriptors(Poller *poller) {
    int ends[2];
    if (pipe(ends) != 0)
        return false;
    for (int i = 0; i < 2; i++)
        fcntl(ends[i], F_SETFL, O_NONBLOCK), fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    poller->wake_reader = ends[0];
    poller->wake_writer = ends[1];
    return true;
}

static int wait_for_events(Vm *vm, Poller *poller, double seconds, PollerEvent *events, int capacity) {
    Thread *released = seconds != 0 ? interpreter_release(vm) : NULL;
    int left = poll(poller->watched, (nfds_t)poller->count, seconds == 0 ? 0 : milliseconds(seconds)),
        count = 0;
    interpreter_acquire(vm, released);
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

const char *poller_name(void) {
    return "PollSelector";
}

#endif

size_t poller_count(const Poller *poller) {
    return poller->count - (poller->wake_reader >= 0);
}

bool poller_make_wakeable(Poller *poller) {
    if (poller->wake_reader >= 0)
        return true;
    return open_wake_descriptors(poller) && poller_watch(poller, poller->wake_reader, POLL_READ) == 0;
}

void poller_wake(Poller *poller) {
    const uint64_t one = 1;
    int error = errno;
    /* A full pipe wakes as well. */
    if (poller->wake_writer >= 0 && write(poller->wake_writer, &one, sizeof one) < 0 && errno != EAGAIN)
        abort();
    errno = error;
}

int poller_wait(Vm *vm, Poller *poller, double seconds, PollerEvent *events, int capacity) {
    int count = wait_for_events(vm, poller, seconds, events, capacity);
    for (int i = 0; i < count; i++) {
        if (events[i].descriptor != poller->wake_reader)
            continue;
        uint64_t wakes[8];
        while (read(poller->wake_reader, wakes, sizeof wakes) == (ssize_t)sizeof wakes)
            ;
        events[i--] = events[--count];
    }
    return count;
}
