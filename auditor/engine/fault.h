/*
 * fault.h - gives an error of loading the line of the file that it speaks of (private to engine/).
 *
 * A file that ends in `return rule { … }` makes a tail call, so Lua itself no longer knows the line.
 */
#ifndef AUDITOR_ENGINE_FAULT_H
#define AUDITOR_ENGINE_FAULT_H

#include "base/str.h"

/* "NAME: what" becomes "NAME:LINE: what", LINE being that of the field that the message names, however deep
 * it lies ("tables[1].rows[6] has an unknown field 'unitx'"), as far as the tables are written out; else that
 * of the word that declares. A message that has a line, or begins with something else, stays as it is. */
void fault_locate(struct strbuf *out, struct str message, struct str name, struct str source);

#endif /* AUDITOR_ENGINE_FAULT_H */
