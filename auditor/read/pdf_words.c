/* pdf_words.c - the words of pdftotext with their boxes; see pdf_page.h. */
#include <math.h>
#include <stdlib.h>

#include "base/lang.h"
#include "base/mem.h"
#include "read/pdf_page.h"
#include "text/fold.h"

struct sink {
    struct pdf *pdf;
    struct pdf_page *pages;
    struct pdf_word *words;
    size_t page_cap, word_cap, word_count;
    size_t *first; /* word of each page */
    size_t first_cap;
};

static bool is_control(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

/* Scripts of which a Chinese report has a letter at most: numbers of glyphs taken for characters. */
static bool is_strange(uint32_t c)
{
    return (c >= 0x100 && c < 0x300) || (c >= 0x530 && c < 0x600) || (c >= 0x700 && c < 0xF00) ||
           (c >= 0x1000 && c < 0x1800) || (c >= 0x18B0 && c < 0x2000) ||
           (c >= 0xA000 && c < 0xAC00);
}

/* A font that does not say what its glyphs mean gives characters like these. */
static bool is_unmapped(uint32_t c)
{
    return is_control(c) || is_strange(c) || c == 0xFFFD || (c >= 0xE000 && c < 0xF900) ||
           c >= 0xF0000;
}

float pdf_glyph(uint32_t c)
{
    bool wide = (c >= 0x2E80 && c < 0xFF61) || (c >= 0xFFE0 && c < 0xFFE7) || c >= 0x20000;
    return wide ? 1.0F : 0.52F;
}

static void append_entity(struct strbuf *out, struct str name)
{
    static const struct {
        const char *name;
        char c;
    } list[] = { { "amp", '&' }, { "lt", '<' }, { "gt", '>' }, { "quot", '"' }, { "apos", '\'' } };
    for (size_t i = 0; i < sizeof list / sizeof *list; i++)
        if (str_eq_c(name, list[i].name)) {
            strbuf_char(out, list[i].c);
            return;
        }
    if (name.n > 1 && name.p[0] == '#') {
        bool hex = name.p[1] == 'x';
        char digits[12] = { 0 };
        memcpy(digits, name.p + 1 + hex, name.n - 1 - hex < 11 ? name.n - 1 - hex : 11);
        strbuf_rune(out, (uint32_t)strtoul(digits, NULL, hex ? 16 : 10));
    }
}

/* Text without entities; broken UTF-8 becomes U+FFFD. Many a font gives radicals in place of the
 * characters that are seen: nobody wrote them. */
static struct str unescape(struct arena *arena, struct str s)
{
    struct strbuf out = { 0 };
    for (size_t i = 0; i < s.n;) {
        size_t end;
        if (s.p[i] == '&' && (end = str_find(str_sub(s, i, 12), STR(";"))) != SIZE_MAX) {
            append_entity(&out, str_sub(s, i + 1, end - 1));
            i += end + 1;
            continue;
        }
        uint32_t c = str_next(s, &i);
        strbuf_rune(&out, c == 0x2215 ? 0xFF0F : fold_radical(c)); /* one slash, drawn alike */
    }
    struct str kept = arena_str(arena, strbuf_view(&out));
    strbuf_free(&out);
    return kept;
}

/* key ends in =" */
static struct str attribute(struct str tag, struct str key)
{
    size_t at = str_find(tag, key);
    if (at == SIZE_MAX)
        return STR("");
    struct str rest = str_sub(tag, at + key.n, tag.n);
    size_t end = str_find(rest, STR("\""));
    return str_sub(rest, 0, end == SIZE_MAX ? 0 : end);
}

static float number(struct str tag, struct str key)
{
    char text[32] = { 0 };
    struct str value = attribute(tag, key);
    memcpy(text, value.p, value.n < 31 ? value.n : 31);
    float x = strtof(text, NULL);
    return isfinite(x) && fabsf(x) < 1e6F ? x : 0;
}

/* Digits, with what may stand between or around them in a cell. */
static bool is_number(struct str text)
{
    size_t digits = 0;
    for (size_t i = 0; i < text.n;) {
        uint32_t c = str_next(text, &i);
        bool digit = (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
        digits += digit;
        bool sign = c == '-' || c == '+' || c == 0xFF0B || c == 0xFF0D || c == 0x2212;
        if (!digit && !sign && c != '.' && c != ',' && c != 0xFF0C && c != 0xFF0E && c != '%')
            return false;
    }
    return digits > 0;
}

static void keep_word(struct sink *s, const struct pdf_word *w)
{
    s->words = mem_grow(s->words, s->word_count, &s->word_cap, sizeof *s->words);
    s->words[s->word_count++] = *w;
}

/* Full-width digits below each other, one of a line each, come as one word. One that is written
 * upwards is not as high. */
static bool is_stack(const struct pdf_word *w)
{
    static const float PITCH = 1.15F;
    float width = w->box.x1 - w->box.x0, height = w->box.y1 - w->box.y0;
    return w->number && w->wide && w->glyphs > 1 && height > PITCH * w->glyphs * width;
}

static void unstack(struct sink *s, const struct pdf_word *w)
{
    float step = (w->box.y1 - w->box.y0) / w->glyphs, y = w->box.y0;
    for (size_t i = 0; i < w->text.n; y += step) {
        size_t from = i;
        struct pdf_word one = *w;
        (void)str_next(w->text, &i);
        one.text = str_sub(w->text, from, i - from);
        one.glyphs = 1;
        one.em = one.box.x1 - one.box.x0;
        one.box.y0 = y;
        one.box.y1 = y + step;
        keep_word(s, &one);
    }
}

static void add_word(struct sink *s, struct str tag, struct str text)
{
    struct pdf_word w = { .text = unescape(s->pdf->arena, text) };
    w.text = str_trim(w.text);
    if (w.text.n == 0 || s->pdf->page_count == 0)
        return;
    w.box = (struct pdf_box){ number(tag, STR("xMin=\"")), number(tag, STR("yMin=\"")),
                              number(tag, STR("xMax=\"")), number(tag, STR("yMax=\"")) };
    w.wide = true;
    for (size_t i = 0; i < w.text.n;) {
        uint32_t c = str_next(w.text, &i);
        s->pdf->letters++;
        s->pdf->unmapped += is_unmapped(c);
        w.glyphs += pdf_glyph(c);
        w.wide = w.wide && pdf_glyph(c) == 1;
    }
    float width = w.box.x1 - w.box.x0, height = w.box.y1 - w.box.y0;
    w.em = width / w.glyphs;
    if (w.glyphs < 1 && w.em > height) /* a single narrow mark tells little */
        w.em = height;
    w.number = is_number(w.text);
    if (is_stack(&w))
        unstack(s, &w);
    else
        keep_word(s, &w);
}

static void add_page(struct sink *s, struct str tag)
{
    struct pdf *pdf = s->pdf;
    s->pages = mem_grow(s->pages, pdf->page_count, &s->page_cap, sizeof *s->pages);
    s->first = mem_grow(s->first, pdf->page_count, &s->first_cap, sizeof *s->first);
    s->first[pdf->page_count] = s->word_count;
    s->pages[pdf->page_count++] = (struct pdf_page){ .width = number(tag, STR("width=\"")),
                                                     .height = number(tag, STR("height=\"")) };
}

static void add_meta(struct pdf *pdf, struct str line)
{
    struct str name = attribute(line, STR("name=\""));
    struct str content = unescape(pdf->arena, attribute(line, STR("content=\"")));
    if (str_eq_c(name, "Author"))
        pdf->author = content;
    else if (str_eq_c(name, "CreationDate"))
        pdf->created = content;
    else if (str_eq_c(name, "ModDate"))
        pdf->modified = content;
}

static struct str inner(struct str line, struct str *tag)
{
    size_t open = str_find(line, STR(">"));
    *tag = str_sub(line, 0, open == SIZE_MAX ? line.n : open);
    struct str rest = str_sub(line, tag->n + 1, line.n);
    size_t close = str_find(rest, STR("</"));
    return str_sub(rest, 0, close == SIZE_MAX ? 0 : close);
}

static void add_line(struct sink *s, struct str line)
{
    struct str tag;
    struct str text = inner(line, &tag);
    if (str_starts(line, STR("<word ")))
        add_word(s, tag, text);
    else if (str_starts(line, STR("<page ")))
        add_page(s, tag);
    else if (str_starts(line, STR("<meta ")))
        add_meta(s->pdf, line);
    else if (str_starts(line, STR("<title>")))
        s->pdf->title = unescape(s->pdf->arena, text);
}

/* Moves pages and words into the arena. */
static void settle(struct sink *s)
{
    struct pdf *pdf = s->pdf;
    struct pdf_word *words = arena_alloc(pdf->arena, (s->word_count + 1) * sizeof *words);
    if (s->word_count > 0)
        memcpy(words, s->words, s->word_count * sizeof *words);
    pdf->pages = arena_alloc(pdf->arena, (pdf->page_count + 1) * sizeof *pdf->pages);
    for (size_t i = 0; i < pdf->page_count; i++) {
        size_t end = i + 1 < pdf->page_count ? s->first[i + 1] : s->word_count;
        pdf->pages[i] = s->pages[i];
        pdf->pages[i].words = words + s->first[i];
        pdf->pages[i].word_count = end - s->first[i];
    }
}

int pdf_words(struct pdf *pdf, struct str xml, struct error *err)
{
    struct sink s = { .pdf = pdf };
    struct str line;
    int rc = 0;
    while (rc == 0 && str_split(&xml, '\n', &line)) {
        add_line(&s, str_trim(line));
        if (pdf->page_count > PDF_PAGES)
            rc = error_because(
                err,
                error_set(
                    err, ERR_LIMIT,
                    tr("页数超过 %d 页的上限；请只交年报本身，不要同别的文件合在一起",
                       "more than %d pages; hand in the report alone, not bound with other papers"),
                    PDF_PAGES),
                "too_many_pages");
        else if (s.word_count > PDF_WORDS)
            rc = error_set(err, ERR_LIMIT,
                           tr("文字超过 %d 词的上限；请只交年报本身",
                              "more than %d words; hand in the report alone"),
                           PDF_WORDS);
    }
    if (rc == 0)
        settle(&s);
    free(s.pages);
    free(s.words);
    free(s.first);
    return rc;
}
