/*
 * word.h - Word files as tests write them: the body, around it what every file has (prefix word_).
 *
 * A file has a header, a footnote, a picture, a link and properties; its body is word/document2.xml.
 */
#ifndef AUDITOR_TESTS_READ_WORD_H
#define AUDITOR_TESTS_READ_WORD_H

#include "document/document.h"

#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define R(text) "<w:r><w:t>" text "</w:t></w:r>"
#define TC(properties, text) "<w:tc><w:tcPr>" properties "</w:tcPr>" P(text) "</w:tc>"
#define NUMBERED(level, list, text)                                                                \
    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" list                     \
    "\"/></w:numPr></w:pPr>" R(text) "</w:p>"
#define FIELD(code, text)                                                                          \
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>" code                       \
    "</w:instrText></w:r><w:r><w:t>谜</w:t></w:r><w:r><w:fldChar "                                \
    "w:fldCharType=\"separate\"/></w:r>" R(text) "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"

/* The notes at the end of every dump: the file's footnote. */
#define NOTE(line) #line "n:脚注\n"

struct text_case {
    const char *body, *blocks;
};

/* Styles and lists may be NULL, as in files that lack them. The caller frees the document. */
struct doc *word_read(const char *body, const char *styles, const char *lists);

#endif /* AUDITOR_TESTS_READ_WORD_H */
