/* conf.c - see conf.h. */
#include "base/conf.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"

enum { CONF_LIMIT = 1024 * 1024 };

static bool key_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || c == '-';
}

static bool valid_key(struct str key)
{
    for (size_t i = 0; i < key.n; i++)
        if (!key_char(key.p[i]))
            return false;
    return key.n > 0;
}

static int add_line(struct conf *conf, struct str text, unsigned line, struct error *err)
{
    text = str_trim(text);
    if (text.n == 0 || text.p[0] == '#')
        return 0;
    size_t eq = str_find(text, STR("="));
    struct str key = str_trim(str_sub(text, 0, eq == SIZE_MAX ? 0 : eq));
    if (eq == SIZE_MAX || !valid_key(key))
        return error_set(err, ERR_CONFIG,
                         tr("%s:%u：应为“键 = 值”", "%s:%u: expected \"key = value\""), conf->name,
                         line);
    struct str value = str_trim(str_sub(text, eq + 1, text.n));
    char *name = mem_strndup(key.p, key.n);
    if (conf_get(conf, name)) {
        error_set(err, ERR_CONFIG, tr("%s:%u：键 %s 重复", "%s:%u: key %s stands twice"),
                  conf->name, line, name);
        free(name);
        return ERR_CONFIG;
    }
    conf->entries = mem_grow(conf->entries, conf->n, &conf->cap, sizeof *conf->entries);
    conf->entries[conf->n++] = (struct conf_entry){ name, mem_strndup(value.p, value.n), line };
    return 0;
}

int conf_parse(struct conf *out, const char *name, struct str text, struct error *err)
{
    *out = (struct conf){ .name = mem_strdup(name) };
    if (str_starts(text, STR("\xEF\xBB\xBF")))
        text = str_sub(text, 3, text.n);
    struct str line;
    int rc = 0;
    for (unsigned number = 1; rc == 0 && str_split(&text, '\n', &line); number++)
        rc = add_line(out, line, number, err);
    if (rc)
        conf_free(out);
    return rc;
}

int conf_read(struct conf *out, const char *path, struct error *err)
{
    struct strbuf bytes = { 0 };
    *out = (struct conf){ 0 };
    int rc = file_read(&bytes, path, CONF_LIMIT, err);
    if (rc == 0)
        rc = conf_parse(out, path, strbuf_view(&bytes), err);
    strbuf_free(&bytes);
    return rc;
}

const char *conf_get(const struct conf *conf, const char *key)
{
    for (size_t i = 0; i < conf->n; i++)
        if (strcmp(conf->entries[i].key, key) == 0)
            return conf->entries[i].value;
    return NULL;
}

void conf_free(struct conf *conf)
{
    for (size_t i = 0; i < conf->n; i++) {
        free(conf->entries[i].key);
        free(conf->entries[i].value);
    }
    free(conf->entries);
    free(conf->name);
    *conf = (struct conf){ 0 };
}

static bool is_known(const char *key, const char *const *known)
{
    for (; *known; known++) {
        size_t n = strlen(*known);
        bool prefix = n > 0 && (*known)[n - 1] == '.';
        if (prefix ? strncmp(key, *known, n) == 0 : strcmp(key, *known) == 0)
            return true;
    }
    return false;
}

int conf_check(const struct conf *conf, const char *const *known, struct error *err)
{
    for (size_t i = 0; i < conf->n; i++)
        if (!is_known(conf->entries[i].key, known))
            return error_set(err, ERR_CONFIG, tr("%s:%u：不认识的键 %s", "%s:%u: unknown key %s"),
                             conf->name, conf->entries[i].line, conf->entries[i].key);
    return 0;
}
