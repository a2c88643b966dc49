/*
 * forms.h - forms as the engine takes them in (prefix forms_; private to engine/).
 */
#ifndef AUDITOR_ENGINE_FORMS_H
#define AUDITOR_ENGINE_FORMS_H

#include "engine/engine.h"

struct form_file {
    struct form *form;
    char digest[65]; /* SHA-256 of its file */
};

/* Builds a form of a file's text. label is what messages begin with. */
int forms_read(struct form_file *out, struct engine *engine, struct str text, const char *label,
               struct error *err);

/* Into the engine's set, which takes the form; pack: "" for the program's own. Whose form of this id it takes
 * the place of: a pack, "-" the program; "" none. */
struct str forms_take(struct engine *engine, const struct form_file *file, struct str pack);

#endif /* AUDITOR_ENGINE_FORMS_H */
