/* raised.c - see raised.h. */
#include "read/raised.h"

struct str raised_text(struct strbuf *scratch, struct str text)
{
    static const char *const high[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
    enum { DIGITS = 2 };
    size_t digits = 0;
    strbuf_clear(scratch);
    for (size_t i = 0; i < text.n; i++) {
        bool digit = text.p[i] >= '0' && text.p[i] <= '9';
        digits += digit;
        if (digit)
            strbuf_c(scratch, high[text.p[i] - '0']);
        else
            strbuf_char(scratch, text.p[i]);
    }
    return digits > 0 && digits <= DIGITS ? strbuf_view(scratch) : text;
}
