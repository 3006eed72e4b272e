#include "vm/finalization.h"
#include "vm/interrupt.h"
#include "vm/statements.h"

bool vm_safepoint(Vm *vm) {
    if (vm->interrupts & INTERRUPT_HEAP)
        interrupt_clear(vm, INTERRUPT_HEAP);
    if (heap_should_step(vm->heap)) {
        heap_step(vm->heap);
        finalize_unreachable(vm);
    }
    return vm->interrupts == 0 || vm_check_interrupts(vm);
}
