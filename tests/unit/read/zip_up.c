/* zip_up.c - see zip_up.h. */
#include "zip_up.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <zip.h>

#include <cmocka.h>

struct strbuf zip_up(const struct zip_part *parts, size_t n)
{
    struct strbuf out = { 0 };
    zip_source_t *memory = zip_source_buffer_create(NULL, 0, 0, NULL);
    assert_non_null(memory);
    zip_source_keep(memory);
    zip_t *zip = zip_open_from_source(memory, ZIP_TRUNCATE, NULL);
    assert_non_null(zip);
    for (size_t i = 0; i < n; i++) {
        if (!parts[i].content)
            continue;
        struct str content = str_of(parts[i].content);
        zip_source_t *source = zip_source_buffer(zip, content.p, content.n, 0);
        assert_true(zip_file_add(zip, parts[i].name, source, ZIP_FL_ENC_UTF_8) >= 0);
    }
    assert_int_equal(zip_close(zip), 0);
    assert_int_equal(zip_source_open(memory), 0);
    zip_source_seek(memory, 0, SEEK_END);
    size_t size = (size_t)zip_source_tell(memory);
    zip_source_seek(memory, 0, SEEK_SET);
    strbuf_reserve(&out, size + 1);
    out.n = (size_t)zip_source_read(memory, out.p, size);
    assert_int_equal(out.n, size);
    zip_source_close(memory);
    zip_source_free(memory);
    return out;
}
