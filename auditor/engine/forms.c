/* forms.c - see forms.h. */
#include "engine/forms.h"

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#include "base/bundle.h"
#include "base/digest.h"
#include "base/mem.h"
#include "engine/chunk.h"
#include "engine/engine_seal.h"

int forms_read(struct form_file *out, struct engine *engine, struct str text, const char *label,
               struct error *err)
{
    struct cJSON *data = NULL;
    *out = (struct form_file){ 0 };
    chunk_begin(engine); /* what a form requires shapes it */
    int code = engine_data_text(engine, text, label, "form", &data, err);
    chunk_end(engine);
    if (!code)
        code = form_build(&out->form, data, label, err);
    if (!code)
        digest_sha256(out->digest, text);
    cJSON_Delete(data);
    return code;
}

struct str forms_take(struct engine *engine, const struct form_file *file, struct str pack)
{
    struct engine_form *entry = NULL;
    for (size_t i = 0; i < engine->form_count && !entry; i++)
        if (str_eq(engine->form_files[i].id, file->form->id))
            entry = &engine->form_files[i];
    struct str was = str_of("");
    if (entry) {
        was = entry->pack.n ? entry->pack : str_of("-");
    } else {
        engine->form_files = mem_grow(engine->form_files, engine->form_count, &engine->form_cap,
                                      sizeof *engine->form_files);
        entry = &engine->form_files[engine->form_count++];
        entry->id = arena_str(engine->arena, file->form->id);
    }
    entry->pack = pack;
    memcpy(entry->digest, file->digest, sizeof entry->digest);
    form_set_add(&engine->forms, file->form);
    return was;
}

int engine_load_forms(struct engine *engine, const char *folder, struct error *err)
{
    struct bundle *bundle = NULL;
    struct strbuf label = { 0 };
    int code = bundle_open(&bundle, folder, BUNDLE_LOOSE, err);
    for (size_t i = 0; !code && i < bundle_count(bundle); i++) {
        struct form_file file;
        struct str name = bundle_name(bundle, i), text;
        if (!str_ends(name, STR(".lua")))
            continue;
        strbuf_clear(&label);
        strbuf_fmt(&label, "%s/%.*s", folder, STR_ARG(name));
        code = bundle_read(bundle, name, &text, err);
        if (!code)
            code = forms_read(&file, engine, text, label.p, err);
        if (!code)
            forms_take(engine, &file, str_of(""));
    }
    strbuf_free(&label);
    bundle_free(bundle);
    engine_seal(engine);
    return code;
}
