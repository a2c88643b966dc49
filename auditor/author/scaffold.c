/* scaffold.c - see scaffold.h. */
#include "author/scaffold.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { ID_MAX = 64, TITLE_MAX = 300, TEMPLATE_MAX = 1 << 16 };

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* Words of lower-case letters and digits with single dots and hyphens between them, at least one dot. */
static bool is_id(const char *id)
{
    size_t dots = 0;
    size_t n = strlen(id);
    for (size_t i = 0; i < n; i++) {
        dots += id[i] == '.';
        if (is_word(id[i]))
            continue;
        if ((id[i] != '.' && id[i] != '-') || i == 0 || !is_word(id[i - 1]))
            return false;
    }
    return dots > 0 && n <= ID_MAX && is_word(id[n - 1]);
}

int scaffold_check_id(const char *id, struct error *err)
{
    static const char *const taken[] = { "lib.", "forms.", "cases." };
    if (!is_id(id))
        return error_set(
            err, ERR_USAGE,
            tr("规则编号“%s”应由小写字母、数字、连字符和点组成，写作 组.名，如 "
               "local.open-corner",
               "a rule id has lower-case letters, digits, hyphens and dots, GROUP.NAME as in "
               "local.open-corner, not \"%s\""),
            id);
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
        if (strncmp(id, taken[i], strlen(taken[i])) == 0)
            return error_set(
                err, ERR_USAGE,
                tr("规则编号不能以 %s 开头：这个文件夹里的文件不是规则",
                   "a rule id cannot begin with %s: what lies in that folder is no rule"),
                taken[i]);
    return 0;
}

/* The text as the inside of a Lua string. */
static int quote(struct strbuf *out, const char *title, struct error *err)
{
    if (strlen(title) > TITLE_MAX)
        return error_set(err, ERR_USAGE, tr("标题太长", "the title is too long"));
    for (const char *p = title; *p; p++) {
        if ((unsigned char)*p < 0x20 || *p == 0x7F)
            return error_set(err, ERR_USAGE,
                             tr("标题应为一行文字", "the title is one line of text"));
        if (*p == '"' || *p == '\\')
            strbuf_char(out, '\\');
        strbuf_char(out, *p);
    }
    return 0;
}

struct filling {
    const struct scaffold *s;
    struct strbuf title; /* quoted; empty: the template's own */
};

/* @TITLE:text@ gives the text where no title was named. */
static void fill(struct strbuf *out, const struct filling *f, struct str template)
{
    struct str rest = template;
    for (size_t at; (at = str_find(rest, STR("@"))) != SIZE_MAX;) {
        size_t end = str_find(str_sub(rest, at + 1, rest.n), STR("@"));
        struct str name = str_sub(rest, at + 1, end == SIZE_MAX ? 0 : end);
        strbuf_str(out, str_sub(rest, 0, at));
        if (str_eq_c(name, "ID"))
            strbuf_c(out, f->s->id);
        else if (str_starts(name, STR("TITLE:")) && f->title.n)
            strbuf_str(out, strbuf_view(&f->title));
        else if (str_starts(name, STR("TITLE:")))
            strbuf_str(out, str_sub(name, 6, name.n));
        else { /* an @ that means itself */
            strbuf_char(out, '@');
            rest = str_sub(rest, at + 1, rest.n);
            continue;
        }
        rest = str_sub(rest, at + end + 2, rest.n);
    }
    strbuf_str(out, rest);
}

static char *rule_path(const struct scaffold *s, const char *extension)
{
    struct strbuf name = { 0 };
    for (const char *p = s->id; *p; p++)
        strbuf_char(&name, *p == '.' ? '/' : *p);
    strbuf_c(&name, extension);
    char *path = file_join(s->folder, name.p);
    strbuf_free(&name);
    return path;
}

static int make(struct strbuf *out, const struct filling *f, const char *extension,
                struct error *err)
{
    struct strbuf path = { 0 };
    struct strbuf template = { 0 };
    strbuf_fmt(&path, "%s/plugins/templates/%s.%s%s", f->s->data, f->s->kind,
               f->s->lang == LANG_EN ? "en" : "zh", extension);
    int rc = file_read(&template, path.p, TEMPLATE_MAX, err);
    if (rc == ERR_ABSENT)
        rc = error_set(err, ERR_CONFIG, tr("没有模板 %s", "there is no template %s"), path.p);
    if (rc == 0)
        fill(out, f, strbuf_view(&template));
    strbuf_free(&path);
    strbuf_free(&template);
    return rc;
}

int scaffold_write(struct file_list *written, const struct scaffold *s, struct error *err)
{
    static const char *const extensions[] = { ".lua", ".cases.lua" };
    enum { FILES = sizeof extensions / sizeof *extensions };
    struct filling f = { .s = s };
    char *paths[FILES] = { NULL };
    struct strbuf texts[FILES] = { { 0 } };
    int rc = scaffold_check_id(s->id, err);
    if (rc == 0 && s->title)
        rc = quote(&f.title, s->title, err);
    for (size_t i = 0; rc == 0 && i < FILES; i++) {
        paths[i] = rule_path(s, extensions[i]);
        if (file_exists(paths[i]))
            rc = error_set(err, ERR_USAGE,
                           tr("%s 已经存在，不覆盖", "%s is there already and stays as it is"),
                           paths[i]);
        else
            rc = make(&texts[i], &f, extensions[i], err);
    }
    for (size_t i = 0; rc == 0 && i < FILES; i++) {
        rc = file_write(paths[i], strbuf_view(&texts[i]), err);
        if (rc == 0)
            file_list_add(written, paths[i]);
    }
    for (size_t i = 0; i < FILES; i++) {
        free(paths[i]);
        strbuf_free(&texts[i]);
    }
    strbuf_free(&f.title);
    return rc;
}
