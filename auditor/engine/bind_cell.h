/*
 * bind_cell.h - tables, rows and cells as handles (prefix bind_; private to engine/).
 */
#ifndef AUDITOR_ENGINE_BIND_CELL_H
#define AUDITOR_ENGINE_BIND_CELL_H

#include "engine/bind.h"

/* Pushes the cell of report->tables[table]; nil when the form has no such cell. */
int bind_push_cell(lua_State *L, struct bind *b, uint32_t table, size_t cell);

/* Appends the name of a cell as a person calls it: 表三·予以公开·总计. */
void bind_cell_name(const struct form_table *layout, size_t cell, enum lang lang,
                    struct strbuf *out);

/* The place of the table that a handle's i names. */
void bind_place_table(struct bind *b, const struct bind_handle *h, struct audit_place *out);
int bind_push_line(lua_State *L, uint32_t line); /* nil for 0 */

#endif /* AUDITOR_ENGINE_BIND_CELL_H */
