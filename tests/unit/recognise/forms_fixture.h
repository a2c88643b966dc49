/* forms_fixture.h - the shipped forms for all tests of a file, by cmocka's group setup and teardown. */
#ifndef TEST_RECOGNISE_FORMS_FIXTURE_H
#define TEST_RECOGNISE_FORMS_FIXTURE_H

#include "forms.h"

static struct form_set forms;

static int load(void **state)
{
    (void)state;
    forms_load(&forms);
    return 0;
}

static int unload(void **state)
{
    (void)state;
    form_set_free(&forms);
    return 0;
}

#endif
