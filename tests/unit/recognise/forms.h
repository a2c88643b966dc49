/*
 * forms.h - the official forms of plugins/forms for unit tests (prefix forms_).
 *
 * The forms are plain data; a bare Lua state turns them into cJSON here, so that these tests stand
 * below the engine. The program itself reads them through the engine's sandbox.
 */
#ifndef TESTS_RECOGNISE_FORMS_H
#define TESTS_RECOGNISE_FORMS_H

#include <cjson/cJSON.h>

#include "recognise/form.h"

/* The data of plugins/forms/ID.lua; the caller deletes it. Fails the test on error. */
cJSON *forms_data(const char *id);
/* All three forms; freed with form_set_free(). */
void forms_load(struct form_set *set);

#endif /* TESTS_RECOGNISE_FORMS_H */
