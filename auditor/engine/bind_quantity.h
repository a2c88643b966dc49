/*
 * bind_quantity.h - methods of paragraphs and of the report that read numbers (prefix bind_; private to engine/).
 */
#ifndef AUDITOR_ENGINE_BIND_QUANTITY_H
#define AUDITOR_ENGINE_BIND_QUANTITY_H

#include "engine/bind.h"

int bind_quantities(lua_State *L);      /* paragraph:quantities() */
int bind_statements(lua_State *L);      /* paragraph:statements() */
int bind_percentages(lua_State *L);     /* paragraph:percentages() */
int bind_all_statements(lua_State *L);  /* report:statements(): of the whole article */
int bind_all_percentages(lua_State *L); /* report:percentages() */

/* What text/quantity.h found in a block, read when first asked for. */
const struct quantities *bind_quantities_of(struct bind *b, uint32_t block);
struct span bind_part_of(struct bind *b, uint32_t block, uint32_t at, uint32_t len);
int bind_push_quantity(lua_State *L, struct bind *b, uint32_t block, size_t j);

#endif /* AUDITOR_ENGINE_BIND_QUANTITY_H */
