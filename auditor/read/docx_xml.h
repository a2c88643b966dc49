/*
 * docx_xml.h - a part of a Word file, element by element (prefix docx_).
 *
 * libxml2 calls back for every start, end and text; no tree is made. Names are told by number: those of
 * WordprocessingML begin with W_, whether the file uses its transitional or its strict namespace. Of the
 * other vocabularies only what carries text or pictures has a number; the rest is DOCX_OTHER.
 *
 * Errors     ERR_DAMAGED: no well-formed XML. ERR_FORMAT: a document type, which no Word file has (so no
 *            entities either). ERR_LIMIT: nested beyond DOCX_DEPTH.
 */
#ifndef AUDITOR_READ_DOCX_XML_H
#define AUDITOR_READ_DOCX_XML_H

#include <stdbool.h>

#include "base/error.h"
#include "base/str.h"

enum { DOCX_DEPTH = 240 }; /* below the limit of the parser, which would only say that it stopped */

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

struct docx_tag {
    enum docx_name name, parent;
    const char *prefix, *local; /* as written; prefix may be NULL */
    const unsigned char **attributes;
    int count;
};

struct docx_reader {
    void *user;
    /* False: nothing of what is inside is told, nor its end. */
    bool (*start)(void *user, const struct docx_tag *tag);
    void (*end)(void *user, enum docx_name name);
    void (*text)(void *user, enum docx_name in, struct str text);
};

int docx_parse(struct str part, const char *what, const struct docx_reader *reader,
               struct error *err);

/* The value of an attribute by its name without prefix; false, and "", when there is none. */
bool docx_attribute(const struct docx_tag *tag, const char *name, struct str *value);
/* The same among those that name another part: r:id, r:embed. */
bool docx_relation(const struct docx_tag *tag, const char *name, struct str *value);
struct str docx_value(const struct docx_tag *tag); /* of w:val; "" without */
bool docx_is_on(const struct docx_tag *tag);       /* a switch, which is on by being there */
long docx_number(struct str value, long without);  /* `without`: no number, or beyond a million */

#endif /* AUDITOR_READ_DOCX_XML_H */
