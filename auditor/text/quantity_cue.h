/*
 * quantity_cue.h - what makes a list of parts (prefix quantity_; inside text only).
 */
#ifndef AUDITOR_TEXT_QUANTITY_CUE_H
#define AUDITOR_TEXT_QUANTITY_CUE_H

#include "text/quantity_list.h"

/* Where the words before a label end: in front of the line on which it begins. */
size_t quantity_lead_end(const struct quantity_reader *r, size_t item);

/* What makes item first the first part of a list where no word does; the quantity before it ends at from. */

/* "工作人员9名,专职2名,兼职7名": at least two parts of a kind that tells the whole without a word. */
bool quantity_find_bare(const struct quantity_reader *r, size_t first, size_t from,
                        struct quantity_cue *cue);
/* "收到纸条38张,有效30张,无效8张": two parts that leave nothing over, right behind their whole. */
bool quantity_find_pair(const struct quantity_reader *r, size_t first, size_t from,
                        struct quantity_cue *cue);
/* "50件:A 30件", "50件——A 30件、B 20件——" and "50件(A 30件、B 20件)". */
bool quantity_find_mark(const struct quantity_reader *r, size_t first, size_t from,
                        struct quantity_cue *cue);
/* "共87起,占道经营类52起、乱堆乱放类23起、其他12起": a list that names the rest divides the count before it. */
bool quantity_find_closed(const struct quantity_reader *r, size_t first, size_t from,
                          struct quantity_cue *cue);
/* "接听9410次,人工接听6120次,智能应答3290次": members follow their whole, which is large enough to tell by their sum
 * that they are. */
bool quantity_find_likely(const struct quantity_reader *r, size_t first, size_t from,
                          struct quantity_cue *cue);
/* "发现问题37个,整改37个": of what was found no more can be put right. */
bool quantity_find_mended(const struct quantity_reader *r, size_t first, size_t from,
                          struct quantity_cue *cue);

#endif /* AUDITOR_TEXT_QUANTITY_CUE_H */
