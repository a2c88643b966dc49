/*
 * docx_name.h - the names of elements in a Word file that matter here, by number (prefix docx_).
 *
 * Those of WordprocessingML begin with W_, whether the file uses its transitional or its strict namespace. Of
 * the other vocabularies only what carries text or pictures has a number; the rest is DOCX_OTHER.
 */
#ifndef AUDITOR_READ_DOCX_NAME_H
#define AUDITOR_READ_DOCX_NAME_H

enum docx_name {
    DOCX_OTHER,
    W_ABSTRACT_NUM,
    W_ABSTRACT_NUM_ID,
    W_ALT_CHUNK,
    W_BASED_ON,
    W_BOLD,
    W_BR,
    W_CELL_DEL,
    W_COMMENT_REFERENCE,
    W_CR,
    W_DEL,
    W_DOC_DEFAULTS,
    W_ENDNOTE,
    W_FLD_CHAR,
    W_FLD_SIMPLE,
    W_FOOTER_REFERENCE,
    W_FOOTNOTE,
    W_GRID_BEFORE,
    W_GRID_COL,
    W_GRID_SPAN,
    W_HEADER_REFERENCE,
    W_HIDDEN,
    W_H_MERGE,
    W_HYPERLINK,
    W_ILVL,
    W_INSTR_TEXT,
    W_IS_LGL,
    W_JC,
    W_LVL,
    W_LVL_OVERRIDE,
    W_LVL_RESTART,
    W_LVL_TEXT,
    W_MOVE_FROM,
    W_NAME,
    W_NO_BREAK_HYPHEN,
    W_NUM,
    W_NUM_FMT,
    W_NUM_ID,
    W_NUM_PR,
    W_NUM_STYLE_LINK,
    W_OBJECT,
    W_OUTLINE_LVL,
    W_P,
    W_P_PR,
    W_P_STYLE,
    W_PTAB,
    W_R,
    W_R_PR,
    W_R_STYLE,
    W_START,
    W_START_OVERRIDE,
    W_STYLE,
    W_STYLE_LINK,
    W_SUFF,
    W_SYM,
    W_T,
    W_TAB,
    W_TBL,
    W_TC,
    W_TC_PR,
    W_TR,
    W_TR_PR,
    W_TXBX_CONTENT,
    W_VANISH,
    W_VERT_ALIGN,
    W_V_MERGE,
    W_SKIPPED, /* what stands in it is no text of the document: old properties, settings of controls */
    D_BLIP,    /* a picture */
    D_DOC_PR, /* and what it says of itself */
    D_CHART,
    M_TEXT,
    MC_ALTERNATE,
    MC_CHOICE,
    MC_FALLBACK,
    V_IMAGE,
    V_TEXT_PATH,    /* words as a drawing */
    P_RELATIONSHIP, /* of a .rels part */
    C_PROPERTY,     /* of docProps */
    C_CUSTOM,       /* one that somebody named otherwise */
    DOCX_NAMES
};

/* space is the address of the vocabulary, NULL without one. */
enum docx_name docx_name_find(const char *local, const char *space);

#endif /* AUDITOR_READ_DOCX_NAME_H */
