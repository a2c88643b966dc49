/* docx_name.c - see docx_name.h. */
#include "read/docx_name.h"

#include <stdlib.h>

#include "base/str.h"

enum vocabulary { ANY, WORD, DRAWING, MATHS, COMPATIBILITY, VML, RELATIONS, PROPERTIES };

/* In the order of their bytes. */
static const struct name {
    const char *local;
    unsigned char vocabulary, name;
} names[] = {
    { "AlternateContent", COMPATIBILITY, MC_ALTERNATE },
    { "Application", PROPERTIES, C_PROPERTY },
    { "Choice", COMPATIBILITY, MC_CHOICE },
    { "Company", PROPERTIES, C_PROPERTY },
    { "Fallback", COMPATIBILITY, MC_FALLBACK },
    { "Relationship", RELATIONS, P_RELATIONSHIP },
    { "abstractNum", WORD, W_ABSTRACT_NUM },
    { "abstractNumId", WORD, W_ABSTRACT_NUM_ID },
    { "altChunk", WORD, W_ALT_CHUNK },
    { "b", WORD, W_BOLD },
    { "basedOn", WORD, W_BASED_ON },
    { "blip", DRAWING, D_BLIP },
    { "br", WORD, W_BR },
    { "category", PROPERTIES, C_PROPERTY },
    { "cellDel", WORD, W_CELL_DEL },
    { "chart", DRAWING, D_CHART },
    { "commentReference", WORD, W_COMMENT_REFERENCE },
    { "cr", WORD, W_CR },
    { "created", PROPERTIES, C_PROPERTY },
    { "creator", PROPERTIES, C_PROPERTY },
    { "del", WORD, W_DEL },
    { "description", PROPERTIES, C_PROPERTY },
    { "docDefaults", WORD, W_DOC_DEFAULTS },
    { "docPr", DRAWING, D_DOC_PR },
    { "endnote", WORD, W_ENDNOTE },
    { "fldChar", WORD, W_FLD_CHAR },
    { "fldSimple", WORD, W_FLD_SIMPLE },
    { "footerReference", WORD, W_FOOTER_REFERENCE },
    { "footnote", WORD, W_FOOTNOTE },
    { "gridBefore", WORD, W_GRID_BEFORE },
    { "gridCol", WORD, W_GRID_COL },
    { "gridSpan", WORD, W_GRID_SPAN },
    { "hMerge", WORD, W_H_MERGE },
    { "headerReference", WORD, W_HEADER_REFERENCE },
    { "hidden", WORD, W_HIDDEN },
    { "hyperlink", WORD, W_HYPERLINK },
    { "ilvl", WORD, W_ILVL },
    { "imagedata", VML, V_IMAGE },
    { "instrText", WORD, W_INSTR_TEXT },
    { "isLgl", WORD, W_IS_LGL },
    { "jc", WORD, W_JC },
    { "keywords", PROPERTIES, C_PROPERTY },
    { "lastModifiedBy", PROPERTIES, C_PROPERTY },
    { "lvl", WORD, W_LVL },
    { "lvlOverride", WORD, W_LVL_OVERRIDE },
    { "lvlRestart", WORD, W_LVL_RESTART },
    { "lvlText", WORD, W_LVL_TEXT },
    { "modified", PROPERTIES, C_PROPERTY },
    { "moveFrom", WORD, W_MOVE_FROM },
    { "name", WORD, W_NAME },
    { "noBreakHyphen", WORD, W_NO_BREAK_HYPHEN },
    { "num", WORD, W_NUM },
    { "numFmt", WORD, W_NUM_FMT },
    { "numId", WORD, W_NUM_ID },
    { "numPr", WORD, W_NUM_PR },
    { "numStyleLink", WORD, W_NUM_STYLE_LINK },
    { "numberingChange", WORD, W_SKIPPED },
    { "object", WORD, W_OBJECT },
    { "outlineLvl", WORD, W_OUTLINE_LVL },
    { "p", WORD, W_P },
    { "pPr", WORD, W_P_PR },
    { "pPrChange", WORD, W_SKIPPED },
    { "pStyle", WORD, W_P_STYLE },
    { "property", PROPERTIES, C_CUSTOM },
    { "ptab", WORD, W_PTAB },
    { "r", WORD, W_R },
    { "rPr", WORD, W_R_PR },
    { "rPrChange", WORD, W_SKIPPED },
    { "rStyle", WORD, W_R_STYLE },
    { "rt", WORD, W_SKIPPED },
    { "sdtEndPr", WORD, W_SKIPPED },
    { "sdtPr", WORD, W_SKIPPED },
    { "sectPrChange", WORD, W_SKIPPED },
    { "start", WORD, W_START },
    { "startOverride", WORD, W_START_OVERRIDE },
    { "style", WORD, W_STYLE },
    { "styleLink", WORD, W_STYLE_LINK },
    { "subject", PROPERTIES, C_PROPERTY },
    { "suff", WORD, W_SUFF },
    { "sym", WORD, W_SYM },
    { "t", ANY, W_T }, /* of Word, or M_TEXT */
    { "tab", WORD, W_TAB },
    { "tabs", WORD, W_SKIPPED },
    { "tbl", WORD, W_TBL },
    { "tblGridChange", WORD, W_SKIPPED },
    { "tblPr", WORD, W_SKIPPED },
    { "tblPrChange", WORD, W_SKIPPED },
    { "tblPrEx", WORD, W_SKIPPED },
    { "tblPrExChange", WORD, W_SKIPPED },
    { "tblStylePr", WORD, W_SKIPPED },
    { "tc", WORD, W_TC },
    { "tcPr", WORD, W_TC_PR },
    { "tcPrChange", WORD, W_SKIPPED },
    { "textpath", VML, V_TEXT_PATH },
    { "title", PROPERTIES, C_PROPERTY },
    { "tr", WORD, W_TR },
    { "trPr", WORD, W_TR_PR },
    { "trPrChange", WORD, W_SKIPPED },
    { "txbxContent", WORD, W_TXBX_CONTENT },
    { "vMerge", WORD, W_V_MERGE },
    { "vanish", WORD, W_VANISH },
    { "vertAlign", WORD, W_VERT_ALIGN },
};

static enum vocabulary vocabulary_of(struct str space)
{
    if (str_ends(space, STR("/wordprocessingml/2006/main")) ||
        str_ends(space, STR("/wordprocessingml/main")))
        return WORD;
    if (str_ends(space, STR("/math")))
        return MATHS;
    if (str_has(space, "/markup-compatibility/"))
        return COMPATIBILITY;
    if (str_starts(space, STR("urn:schemas-microsoft-com:vml")))
        return VML;
    if (str_ends(space, STR("/package/2006/relationships")))
        return RELATIONS;
    if (str_ends(space, STR("-properties")) || str_ends(space, STR("Properties")) ||
        str_has(space, "//purl.org/dc/"))
        return PROPERTIES;
    return str_has(space, "drawing") ? DRAWING : ANY;
}

static int by_local(const void *key, const void *item)
{
    return strcmp(key, ((const struct name *)item)->local);
}

enum docx_name docx_name_find(const char *local, const char *space)
{
    const struct name *n =
        bsearch(local, names, sizeof names / sizeof *names, sizeof *names, by_local);
    if (!n)
        return DOCX_OTHER;
    enum vocabulary v = vocabulary_of(str_of(space));
    if (n->vocabulary == ANY)
        return v == WORD ? W_T : v == MATHS ? M_TEXT : DOCX_OTHER;
    return v == n->vocabulary ? (enum docx_name)n->name : DOCX_OTHER;
}
