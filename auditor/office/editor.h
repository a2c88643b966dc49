/*
 * editor.h - settings of lua-language-server for a folder of rules (prefix editor_).
 *
 * .luarc.json names the annotations and the helper libraries of the installed program, so that an editor
 * completes and checks what a rule calls; of Lua's own libraries it knows none.
 */
#ifndef AUDITOR_OFFICE_EDITOR_H
#define AUDITOR_OFFICE_EDITOR_H

#include "base/error.h"

/* Writes folder/.luarc.json, unless there is one. data: the program's data folder. */
int editor_write(const char *folder, const char *data, struct error *err);

#endif /* AUDITOR_OFFICE_EDITOR_H */
