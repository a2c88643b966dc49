/* lang.c - the one switch between Chinese and English; see lang.h. */
#include "base/lang.h"

static enum lang current = LANG_ZH;

void lang_set(enum lang lang)
{
    current = lang;
}

enum lang lang_get(void)
{
    return current;
}

const char *tr(const char *zh, const char *en)
{
    return current == LANG_EN ? en : zh;
}
