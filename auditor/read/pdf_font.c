/* pdf_font.c - see pdf_font.h. */
#include "read/pdf_font.h"

#include <string.h>

/* Glyphs named by numbers of their own: g12, C0041, glyph7; uni4E00 is none. */
static bool is_number_name(struct str name)
{
    size_t digits = 0;
    while (digits < name.n && name.p[name.n - 1 - digits] >= '0' &&
           name.p[name.n - 1 - digits] <= '9')
        digits++;
    return digits > 0 && !str_starts(name, STR("/uni")) && !str_starts(name, STR("/afii"));
}

/* Are most glyphs of a drawn font (Type3) named so? */
static bool has_number_names(qpdf_data pdf, qpdf_oh font)
{
    qpdf_oh encoding = qpdf_oh_get_key(pdf, font, "/Encoding");
    qpdf_oh list = qpdf_oh_is_dictionary(pdf, encoding)
                       ? qpdf_oh_get_key(pdf, encoding, "/Differences")
                       : qpdf_oh_new_null(pdf);
    int n = qpdf_oh_is_array(pdf, list) ? qpdf_oh_get_array_n_items(pdf, list) : 0;
    int numbers = 0, others = 0;
    for (int i = 0; i < n && i < 256; i++) {
        qpdf_oh item = qpdf_oh_get_array_item(pdf, list, i);
        if (!qpdf_oh_is_name(pdf, item))
            continue;
        bool number = is_number_name(str_of(qpdf_oh_get_name(pdf, item)));
        numbers += number;
        others += !number;
    }
    return numbers > others;
}

/* Codes are numbers of glyphs, and belong to no list of characters that readers know. */
static bool is_identity(qpdf_data pdf, qpdf_oh font)
{
    qpdf_oh encoding = qpdf_oh_get_key(pdf, font, "/Encoding");
    if (!qpdf_oh_is_name_and_equals(pdf, encoding, "/Identity-H") &&
        !qpdf_oh_is_name_and_equals(pdf, encoding, "/Identity-V"))
        return false;
    qpdf_oh list = qpdf_oh_get_key(pdf, font, "/DescendantFonts");
    if (!qpdf_oh_is_array(pdf, list) || qpdf_oh_get_array_n_items(pdf, list) == 0)
        return false;
    qpdf_oh inner = qpdf_oh_get_array_item(pdf, list, 0);
    qpdf_oh system = qpdf_oh_is_dictionary(pdf, inner)
                         ? qpdf_oh_get_key(pdf, inner, "/CIDSystemInfo")
                         : qpdf_oh_new_null(pdf);
    if (!qpdf_oh_is_dictionary(pdf, system))
        return false;
    qpdf_oh ordering = qpdf_oh_get_key(pdf, system, "/Ordering");
    return qpdf_oh_is_string(pdf, ordering) &&
           str_eq_c(str_of(qpdf_oh_get_string_value(pdf, ordering)), "Identity");
}

/* A part of a font whose glyphs are numbered anew, from below all characters. */
static bool is_numbered_anew(qpdf_data pdf, qpdf_oh font, int least)
{
    qpdf_oh first = qpdf_oh_get_key(pdf, font, "/FirstChar");
    qpdf_oh name = qpdf_oh_get_key(pdf, font, "/BaseFont");
    return !qpdf_oh_has_key(pdf, font, "/Encoding") && qpdf_oh_is_number(pdf, first) &&
           qpdf_oh_get_numeric_value(pdf, first) <= least && qpdf_oh_is_name(pdf, name) &&
           str_find(str_of(qpdf_oh_get_name(pdf, name)), STR("+")) == 7; /* /ABCDEF+ */
}

static bool is_dumb(qpdf_data pdf, qpdf_oh font)
{
    qpdf_oh kind = qpdf_oh_get_key(pdf, font, "/Subtype");
    if (qpdf_oh_is_stream(pdf, qpdf_oh_get_key(pdf, font, "/ToUnicode")))
        return false;
    if (qpdf_oh_is_name_and_equals(pdf, kind, "/Type0"))
        return is_identity(pdf, font);
    if (qpdf_oh_is_name_and_equals(pdf, kind, "/TrueType"))
        return is_numbered_anew(pdf, font, ' ' - 1);
    if (qpdf_oh_is_name_and_equals(pdf, kind, "/Type1")) /* those of TeX begin later */
        return is_numbered_anew(pdf, font, 1);
    return qpdf_oh_is_name_and_equals(pdf, kind, "/Type3") && has_number_names(pdf, font);
}

static size_t count(struct str s, struct str name)
{
    size_t n = 0;
    for (size_t at; (at = str_find(s, name)) != SIZE_MAX; s = str_sub(s, at + name.n, s.n)) {
        char next = at + name.n < s.n ? s.p[at + name.n] : ' ';
        n += !((next >= 'A' && next <= 'Z') || (next >= 'a' && next <= 'z')); /* /FontDescriptor */
    }
    return n;
}

bool pdf_font_all_tell(struct str file)
{
    if (str_has(file, "/ObjStm"))
        return false;
    size_t fonts = count(file, STR("/Type /Font")) + count(file, STR("/Type/Font"));
    /* The inner half of a font of two bytes a character is one, too, and has no table. */
    size_t inner = count(file, STR("/CIDFontType0")) + count(file, STR("/CIDFontType2"));
    return fonts > 0 && count(file, STR("/ToUnicode")) + inner >= fonts;
}

static bool look_up(struct pdf_fonts *fonts, qpdf_data pdf, qpdf_oh resources, struct str name)
{
    char key[128] = "/";
    if (name.n + 2 > sizeof key)
        return false;
    memcpy(key + 1, name.p, name.n);
    qpdf_oh list = qpdf_oh_get_key_if_dict(pdf, resources, "/Font");
    qpdf_oh font = qpdf_oh_get_key_if_dict(pdf, list, key);
    if (!qpdf_oh_is_dictionary(pdf, font))
        return false;
    int id = qpdf_oh_get_object_id(pdf, font);
    int *known = &fonts->known[id % PDF_FONT_KNOWN];
    if (id <= 0)
        return is_dumb(pdf, font);
    if (*known != id && *known != -id)
        *known = is_dumb(pdf, font) ? -id : id;
    return *known < 0;
}

bool pdf_font_is_dumb(struct pdf_fonts *fonts, qpdf_data pdf, qpdf_oh resources, struct str name)
{
    for (size_t i = 0; i < fonts->name_count; i++)
        if (str_eq(fonts->names[i].name, name))
            return fonts->names[i].dumb;
    bool dumb = look_up(fonts, pdf, resources, name);
    if (fonts->name_count < PDF_FONT_NAMES) {
        fonts->names[fonts->name_count].name = name;
        fonts->names[fonts->name_count++].dumb = dumb;
    }
    return dumb;
}

void pdf_font_leave(struct pdf_fonts *fonts)
{
    fonts->name_count = 0;
}

static int hex(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static void add(struct pdf_fonts *fonts, unsigned byte)
{
    fonts->codes[byte / 64] |= UINT64_C(1) << byte % 64;
    fonts->shown++;
}

void pdf_font_show(struct pdf_fonts *fonts, struct str string)
{
    unsigned half = 0;
    bool open = false;
    if (!str_starts(string, STR("<"))) {
        for (size_t i = 1; i + 1 < string.n; i++)
            add(fonts, (unsigned char)string.p[i]);
        return;
    }
    for (size_t i = 1; i < string.n; i++) {
        int digit = hex(string.p[i]);
        if (digit < 0)
            continue;
        if (open)
            add(fonts, half * 16 + (unsigned)digit);
        half = (unsigned)digit;
        open = !open;
    }
}

size_t pdf_font_lost(struct pdf_fonts *fonts)
{
    enum { KINDS = 3 }; /* "2021" has as many */
    size_t kinds = 0, shown = fonts->shown;
    for (size_t i = 1; i < 256; i++) /* 0: the first byte of two, mostly */
        kinds += fonts->codes[i / 64] >> i % 64 & 1;
    memset(fonts->codes, 0, sizeof fonts->codes);
    fonts->shown = 0;
    return kinds >= KINDS ? shown : 0;
}
