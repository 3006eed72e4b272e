/* What the interpreter needs to know of futures: awaiting one is not a call. The rest is in the event loop's headers. */
#ifndef BIDE_VM_FUTURE_H
#define BIDE_VM_FUTURE_H

#include "vm/generator.h"

/* An asyncio.Future or Task, or an instance of a subclass? */
bool is_future(Value v);

/* One step of awaiting `future`. Pending at first: RESUME_YIELDED with the future itself (its task then waits for it).
 * Done: RESUME_RETURNED with its result, or RESUME_RAISED with its exception. Resumed while still pending:
 * RuntimeError "await wasn't used with future". `thrown`: raised. */
ResumeResult future_step(Vm *vm, Value future, Value thrown, Value *result);

#endif
