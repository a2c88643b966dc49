/* sentence.c - see sentence.h. */
#include "text/sentence.h"

#include "text/words.h"

size_t sentence_link(struct str sentence)
{
    return words_starts(sentence, "此外, 另外, 同时, 并且, 而且,");
}
