/* wire.c - see wire.h. */
#include "base/wire.h"

#include <string.h>

void wire_put_int(struct strbuf *out, int64_t value)
{
    strbuf_add(out, &value, sizeof value);
}

void wire_put_str(struct strbuf *out, struct str s)
{
    wire_put_int(out, (int64_t)s.n);
    strbuf_str(out, s);
    strbuf_char(out, '\0'); /* views stay terminated on the other side */
}

int64_t wire_int(struct wire *w)
{
    int64_t value = 0;
    if (w->rest.n < sizeof value) {
        w->bad = true;
        return 0;
    }
    memcpy(&value, w->rest.p, sizeof value);
    w->rest = str_sub(w->rest, sizeof value, w->rest.n);
    return value;
}

struct str wire_str(struct wire *w)
{
    int64_t n = wire_int(w);
    if (w->bad || n < 0 || (uint64_t)n >= w->rest.n) {
        w->bad = true;
        return str_of("");
    }
    struct str s = str_sub(w->rest, 0, (size_t)n);
    w->rest = str_sub(w->rest, (size_t)n + 1, w->rest.n);
    return s;
}

size_t wire_count(struct wire *w)
{
    int64_t n = wire_int(w);
    if (w->bad || n < 0 || (uint64_t)n > w->rest.n) {
        w->bad = true;
        return 0;
    }
    return (size_t)n;
}

bool wire_whole(const struct wire *w)
{
    return !w->bad && w->rest.n == 0;
}
