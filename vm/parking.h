/* Parking: how a thread waits for another one, for a deadline, or for descriptors.
 *
 * thread_park() gives the interpreter lock away and sleeps until thread_wake(), the deadline or, in the main
 * thread, a signal. It may also return for no reason at all, so what is waited for is looked at again after
 * every return. A wake that comes before its thread has fallen asleep is not lost. As only the holder of the
 * interpreter lock calls these functions, looking and then parking is indivisible, and what is waited for
 * needs no lock of its own.
 *
 * A virtual clock moves when no thread can run: it is set to the earliest deadline among those that are
 * parked, and that thread alone is woken. So a program that sleeps in several threads does the same on every
 * run. */
#ifndef BIDE_VM_PARKING_H
#define BIDE_VM_PARKING_H

#include "vm/poller.h"
#include "vm/vm.h"

/* `deadline` is on vm->clock; INFINITY: none. What the caller holds must be rooted. Signals are left to the
 * caller (vm_check_interrupts). */
void thread_park(Vm *vm, double deadline);

/* The same, but wakes as well when one of the poller's descriptors is ready. Writes at most `capacity` events
 * and returns how many. */
int thread_park_in_poller(Vm *vm, Poller *poller, double deadline, PollerEvent *events, int capacity);

/* Wakes a thread if it is parked. */
void thread_wake(Vm *vm, Thread *thread);

/* May any other thread yet do something, or do all of them wait for threads that wait? */
bool thread_others_may_act(Vm *vm);

/* A thread has parked for good, or is gone: event loops that had nothing to do but to wait for it find out
 * that they wait in vain. */
void parking_reconsider(Vm *vm);

/* No thread can run: sets a virtual clock to the next deadline and wakes who waits for it. */
void parking_advance_clock(Vm *vm);

/* The deadline of waiting `seconds` (negative: for ever) from now. */
double parking_deadline(Vm *vm, double seconds);

/* Threads that wait for the same thing, in order of arrival. An entry lies on the C stack of who waits. */
typedef struct ParkedEntry {
    Thread *thread;
    struct ParkedEntry *previous, *next;
} ParkedEntry;

typedef struct ParkedQueue {
    ParkedEntry *first, *last;
} ParkedQueue;

void parked_queue_join(Vm *vm, ParkedQueue *queue, ParkedEntry *entry);
void parked_queue_leave(ParkedQueue *queue, ParkedEntry *entry);
void parked_queue_wake_first(Vm *vm, const ParkedQueue *queue);
void parked_queue_wake_all(Vm *vm, const ParkedQueue *queue);

#endif
