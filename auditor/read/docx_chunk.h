/*
 * docx_chunk.h - a page, a web archive or a text that stands in a Word file in the place of paragraphs (altChunk; prefix
 * docx_chunk_; inside read only).
 *
 * Programs that make Word files out of pages write nothing else into them. Lines of the page are counted on from *line,
 * which is moved behind them.
 */
#ifndef AUDITOR_READ_DOCX_CHUNK_H
#define AUDITOR_READ_DOCX_CHUNK_H

#include "document/build.h"

enum { DOCX_CHUNKS = 2 }; /* Word files within each other */

/* False when it is none of these. */
bool docx_chunk_read(struct doc_build *build, struct str bytes, const char *name, uint32_t *line);

#endif /* AUDITOR_READ_DOCX_CHUNK_H */
