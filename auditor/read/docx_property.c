/* docx_property.c - see docx_property.h. */
#include "read/docx_property.h"

#include <string.h>

#include "read/docx_xml.h"

struct property {
    struct doc_build *build;
    struct strbuf name, value;
};

static bool on_property(void *user, const struct docx_tag *tag)
{
    static const char *const vocabularies[][2] = {
        { "created", "dcterms" }, { "modified", "dcterms" }, { "lastModifiedBy", "cp" },
        { "keywords", "cp" },     { "category", "cp" },      { "Application", NULL },
        { "Company", NULL },
    };
    struct property *p = user;
    const char *prefix = "dc";
    struct str name;
    if (tag->name == C_CUSTOM && docx_attribute(tag, "name", &name)) {
        strbuf_clear(&p->name);
        strbuf_clear(&p->value);
        strbuf_str(&p->name, name);
    }
    if (tag->name != C_PROPERTY)
        return true;
    for (size_t i = 0; i < sizeof vocabularies / sizeof *vocabularies; i++)
        if (strcmp(tag->local, vocabularies[i][0]) == 0)
            prefix = vocabularies[i][1];
    strbuf_clear(&p->name);
    strbuf_clear(&p->value);
    if (prefix)
        strbuf_fmt(&p->name, "%s:", prefix);
    strbuf_c(&p->name, tag->local);
    return true;
}

static void on_property_end(void *user, enum docx_name name)
{
    struct property *p = user;
    struct str value = str_trim(strbuf_view(&p->value));
    if ((name == C_PROPERTY || name == C_CUSTOM) && value.n && p->name.n)
        doc_build_meta(p->build, strbuf_view(&p->name), value, 0);
}

static void on_property_text(void *user, enum docx_name in, struct str text)
{
    struct property *p = user;
    if (in == C_PROPERTY || in == DOCX_OTHER) /* the value of a named one stands a level deeper */
        strbuf_str(&p->value, text);
}

void docx_properties_read(struct doc_build *build, struct str part, const char *what)
{
    struct property p = { .build = build };
    struct docx_reader reader = { &p, on_property, on_property_end, on_property_text };
    (void)docx_parse(part, what, &reader, NULL);
    strbuf_free(&p.name);
    strbuf_free(&p.value);
}
