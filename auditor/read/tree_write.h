/*
 * tree_write.h - what of the page's elements is written, and when (prefix tree_; tree.c only).
 *
 * tree.c keeps the stack; here is what stands in out. An element that only parts and aligns text is
 * not written: it leaves a break that is owed, and an alignment that is written with what comes next.
 */
#ifndef AUDITOR_READ_TREE_WRITE_H
#define AUDITOR_READ_TREE_WRITE_H

#include "read/tree.h"

#define BIT(tag) (UINT64_C(1) << (tag))

_Static_assert(TAG_COUNT <= 64, "a set of tags is a 64-bit word");

/* As what an element is written; NULL: it is not. */
const char *tree_written_as(enum tag tag);

void tree_break(struct tree *tree); /* text before and after does not run together */

/* Pushes an element that is not written. */
struct tree_entry *tree_push(struct tree *tree, enum tag tag, bool silent, bool centered);

/* Writes the start tag of an element, and pushes it unless it is void. */
void tree_write_start(struct tree *tree, enum tag tag, const struct attributes *attributes,
                      unsigned effects, bool centered);

/* Leaves out the start of a link, or of what is raised (href is ""), and pushes it. */
bool tree_may_leave(struct str href); /* false: the parser has to see where it leads to */
void tree_leave(struct tree *tree, enum tag tag, struct str href, bool centered);
void tree_leave_end(struct tree *tree, struct tree_entry *entry);

/* Writes the end tag of the innermost element, which was written. */
void tree_write_end(struct tree *tree);

/* Ends what aligns the text that stands in nothing else. */
void tree_write_rest(struct tree *tree);

#endif /* AUDITOR_READ_TREE_WRITE_H */
