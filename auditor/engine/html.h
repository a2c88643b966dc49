/*
 * html.h - the nodes of plugins/lib/html.lua as escaped HTML (prefix html_; private to engine/).
 *
 * A node is a table whose [0] is a tag of the list below; its string keys are attributes, its members
 * 1..n children: nodes, text, numbers, or lists of these (tables without [0]). false and nil are left
 * out. There is no raw HTML: every text is escaped by where it stands, control and bidirectional
 * characters become marks. Scripts, event handlers and addresses other than http, https, relative ones
 * and #fragments are refused.
 */
#ifndef AUDITOR_ENGINE_HTML_H
#define AUDITOR_ENGINE_HTML_H

#include <lua.h>

#include "base/error.h"
#include "base/str.h"

enum { HTML_DEPTH = 100 };

/* Appends the page or node at index to out. Raises nothing. assets are the folders of style sheets that a
 * page may name, NULL-terminated; the first that has one gives it. ERR_PLUGIN, ERR_ABSENT (a style sheet). */
int html_write(lua_State *L, int index, const char *const *assets, struct strbuf *out,
               struct error *err);

#endif /* AUDITOR_ENGINE_HTML_H */
