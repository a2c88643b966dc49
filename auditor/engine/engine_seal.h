/*
 * engine_seal.h - after loading (private to engine/).
 */
#ifndef AUDITOR_ENGINE_ENGINE_SEAL_H
#define AUDITOR_ENGINE_ENGINE_SEAL_H

#include "engine/state.h"

/* After anything was loaded: digest, prefilter, and the ground of the memory limit. */
void engine_seal(struct engine *engine);

#endif /* AUDITOR_ENGINE_ENGINE_SEAL_H */
