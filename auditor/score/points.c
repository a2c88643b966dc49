/* points.c - see points.h. */
#include "score/points.h"

#include "base/json.h"

bool points_parse(int64_t *out, struct str text)
{
    int64_t value = 0;
    int decimals = -1; /* -1: still before the point */
    size_t digits = 0;
    text = str_trim(text);
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        if (c == '.' && decimals < 0 && digits) {
            decimals = 0;
            continue;
        }
        if (c < '0' || c > '9' || decimals == 3)
            return false;
        value = value * 10 + (c - '0');
        digits++;
        if (decimals >= 0)
            decimals++;
        if (value > POINTS_MAX)
            return false;
    }
    if (digits == 0 || decimals == 0)
        return false;
    for (int d = decimals < 0 ? 0 : decimals; d < 3; d++)
        value *= 10;
    *out = value;
    return value <= POINTS_MAX;
}

void points_print(struct strbuf *out, int64_t thousandths)
{
    struct json j;
    json_start(&j, out);
    json_milli(&j, thousandths);
}
