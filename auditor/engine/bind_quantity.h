/*
 * bind_quantity.h - methods of paragraphs that read their numbers (prefix bind_; private to engine/).
 */
#ifndef AUDITOR_ENGINE_BIND_QUANTITY_H
#define AUDITOR_ENGINE_BIND_QUANTITY_H

#include "engine/bind.h"

int bind_quantities(lua_State *L);  /* paragraph:quantities() */
int bind_statements(lua_State *L);  /* paragraph:statements() */
int bind_percentages(lua_State *L); /* paragraph:percentages() */

#endif /* AUDITOR_ENGINE_BIND_QUANTITY_H */
