/* decimal.c - exact decimal numbers; see numeral.h. */
#include "text/numeral.h"

#include <inttypes.h>

enum { MAX_SCALE = 18 };

static int64_t power(unsigned n)
{
    int64_t p = 1;
    for (unsigned i = 0; i < n && i < MAX_SCALE; i++)
        p *= 10;
    return p;
}

int64_t decimal_integer(struct decimal d)
{
    return d.value / power(d.scale);
}

/* What is behind the point, in units of 10^-18, with the sign of d. */
static int64_t fraction(struct decimal d)
{
    return d.value % power(d.scale) * power(d.scale < MAX_SCALE ? MAX_SCALE - d.scale : 0);
}

bool decimal_is_integer(struct decimal d)
{
    return d.value % power(d.scale) == 0;
}

int decimal_cmp(struct decimal a, struct decimal b)
{
    int64_t x = decimal_integer(a), y = decimal_integer(b);
    if (x == y) {
        x = fraction(a);
        y = fraction(b);
    }
    return (x > y) - (x < y);
}

void decimal_print(struct strbuf *out, struct decimal d)
{
    if (d.scale == 0) {
        strbuf_fmt(out, "%" PRId64, d.value);
        return;
    }
    int64_t whole = decimal_integer(d), rest = d.value % power(d.scale);
    strbuf_fmt(out, "%s%" PRId64 ".%0*" PRId64, d.value < 0 ? "-" : "", whole < 0 ? -whole : whole,
               (int)d.scale, rest < 0 ? -rest : rest);
}
