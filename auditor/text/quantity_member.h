/*
 * quantity_member.h - what the words of a member tell of its list (prefix quantity_; inside text only).
 */
#ifndef AUDITOR_TEXT_QUANTITY_MEMBER_H
#define AUDITOR_TEXT_QUANTITY_MEMBER_H

#include "text/quantity_list.h"

/* The label without the words that introduce the list. */
struct str quantity_own_label(const struct quantity_reader *r, size_t item, size_t cue_end);
/* A member that closes its list: "其他12条", behind the words that introduce the list, which end at cue_end. */
bool quantity_is_catch_all(const struct quantity_reader *r, size_t item, size_t cue_end);
/* "其他", "其他类信息": the rest, wherever it stands; "其他文件" may be one member among others. */
bool quantity_is_rest_of_all(const struct quantity_reader *r, size_t item, size_t cue_end);
/* "剩余500条": what is left of the whole. */
bool quantity_names_rest(const struct quantity_reader *r, size_t item);
/* "...等83条": the member gathers what was not named. */
bool quantity_is_and_so_on(const struct quantity_reader *r, size_t item, size_t cue_end);
/* Quantities that stand in a list of a year, from item first to item last so far, without being counted in it. */
bool quantity_is_aside(const struct quantity_reader *r, size_t item, uint16_t year, size_t first,
                       size_t last);
/* 等 behind it: the list does not claim to be complete. */
bool quantity_says_open(const struct quantity_reader *r, size_t item);
/* How many bytes two texts end in alike. */
size_t quantity_same_end(struct str a, struct str b);
/* "财政信息2条,人事信息1条", "公开指南1条,公开年报1条": two words that both begin or end with. */
bool quantity_is_worded_alike(const struct quantity_reader *r, size_t a, size_t b);
/* Members that leave nothing over: adopted and not adopted, persons and bodies. */
bool quantity_is_all(const struct quantity_reader *r, const struct quantity_list *list,
                     size_t cue_end);
/* "政策类发布信息30条;其他发布信息20条": the members repeat words that the whole does not end in. */
bool quantity_is_refrain(const struct quantity_reader *r, const struct quantity_list *list,
                         size_t whole);
/* "252条,占总数的9.1%": what a member is told to be of the whole. */
bool quantity_tells_share(const struct quantity_reader *r, size_t item);

#endif /* AUDITOR_TEXT_QUANTITY_MEMBER_H */
