/* The version of this Bide. */
#ifndef BIDE_VM_VERSION_H
#define BIDE_VM_VERSION_H

#define BIDE_VERSION "0.1.0"

#endif
