/* pdf_token.c - see pdf_token.h. */
#include "read/pdf_token.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool is_delimiter(char c)
{
    return c != '\0' && strchr("()<>[]{}/%", c) != NULL;
}

static void skip_blanks(struct str s, size_t *at)
{
    while (*at < s.n && (is_blank(s.p[*at]) || s.p[*at] == '%')) {
        if (s.p[*at] == '%')
            while (*at < s.n && s.p[*at] != '\n' && s.p[*at] != '\r')
                ++*at;
        else
            ++*at;
    }
}

static void skip_string(struct str s, size_t *at)
{
    size_t depth = 0;
    for (; *at < s.n; ++*at) {
        char c = s.p[*at];
        if (c == '\\')
            ++*at;
        else if (c == '(')
            depth++;
        else if (c == ')' && --depth == 0)
            break;
    }
    *at = *at < s.n ? *at + 1 : s.n;
}

/* Behind "ID": bytes up to "EI" between blanks. */
static void skip_image(struct str s, size_t *at)
{
    for (*at += 1; *at + 2 < s.n; ++*at)
        if (is_blank(s.p[*at]) && s.p[*at + 1] == 'E' && s.p[*at + 2] == 'I' &&
            (*at + 3 >= s.n || is_blank(s.p[*at + 3]))) {
            *at += 3;
            return;
        }
    *at = s.n;
}

/* Numbers as contents write them: no exponent. */
static bool read_number(struct str s, double *out)
{
    double value = 0, scale = 1;
    size_t i = 0, digits = 0;
    bool point = false, minus = s.n > 0 && s.p[0] == '-';
    while (i < s.n && (s.p[i] == '-' || s.p[i] == '+'))
        i++;
    for (; i < s.n; i++) {
        if (s.p[i] == '.' && !point) {
            point = true;
            continue;
        }
        if (s.p[i] < '0' || s.p[i] > '9')
            return false;
        digits++;
        value = value * 10 + (s.p[i] - '0');
        scale *= point ? 10 : 1;
    }
    *out = (minus ? -value : value) / scale;
    return digits > 0;
}

static struct str word_at(struct str s, size_t *at)
{
    size_t from = *at;
    while (*at < s.n && !is_blank(s.p[*at]) && !is_delimiter(s.p[*at]))
        ++*at;
    return str_sub(s, from, *at - from);
}

struct pdf_token pdf_token_next(struct str s, size_t *at)
{
    struct pdf_token t = { .kind = PDF_TOKEN_OTHER, .text = STR("") };
    skip_blanks(s, at);
    if (*at >= s.n) {
        t.kind = PDF_TOKEN_END;
        return t;
    }
    char c = s.p[*at];
    size_t from = *at;
    if (c == '/') {
        ++*at;
        t.text = word_at(s, at);
        t.kind = PDF_TOKEN_NAME;
    } else if (c == '(') {
        skip_string(s, at);
        t.kind = PDF_TOKEN_STRING;
        t.text = str_sub(s, from, *at - from);
    } else if (c == '<' && (*at + 1 >= s.n || s.p[*at + 1] != '<')) {
        while (*at < s.n && s.p[*at] != '>')
            ++*at;
        *at += *at < s.n;
        t.kind = PDF_TOKEN_STRING;
        t.text = str_sub(s, from, *at - from);
    } else if (is_delimiter(c)) {
        ++*at; /* a bracket: what is inside are tokens that nobody asks for */
    } else {
        t.text = word_at(s, at);
        t.kind = read_number(t.text, &t.number) ? PDF_TOKEN_NUMBER : PDF_TOKEN_WORD;
        if (t.kind == PDF_TOKEN_WORD && str_eq_c(t.text, "ID"))
            skip_image(s, at);
    }
    return t;
}
