/*
 * lang.h - the language of what a person sees.
 *
 * The program speaks Chinese (default) and English. Texts stand side by side in the source:
 *     error_set(err, ERR_IO, tr("读不了 %s", "cannot read %s"), path);
 */
#ifndef AUDITOR_BASE_LANG_H
#define AUDITOR_BASE_LANG_H

enum lang { LANG_ZH, LANG_EN, LANG_COUNT };

void lang_set(enum lang lang); /* once, at start */
enum lang lang_get(void);

static inline enum lang lang_other(enum lang lang)
{
    return lang == LANG_ZH ? LANG_EN : LANG_ZH;
}

/* The text of the chosen language; both must take the same arguments. */
const char *tr(const char *zh, const char *en) __attribute__((format_arg(1), format_arg(2)));

#endif /* AUDITOR_BASE_LANG_H */
