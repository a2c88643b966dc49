/*
 * sandbox_env.h - what plugins can reach: the allow-list (prefix sandbox_).
 *
 * Lua's own libraries are opened on the side, the functions on the list are taken out of them, the
 * rest becomes garbage. Functions that could stall in C, show an address or depend on hash order
 * are replaced by those of lib_base.c.
 */
#ifndef AUDITOR_ENGINE_SANDBOX_ENV_H
#define AUDITOR_ENGINE_SANDBOX_ENV_H

#include <lua.h>

void sandbox_build(lua_State *L); /* once, for a new state */

#endif /* AUDITOR_ENGINE_SANDBOX_ENV_H */
