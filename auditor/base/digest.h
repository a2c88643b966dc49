/*
 * digest.h - digests of bytes (prefix digest_).
 *
 * SHA-256 for what is stored and cited; XXH3 only for "has it changed". Both in hex.
 */
#ifndef AUDITOR_BASE_DIGEST_H
#define AUDITOR_BASE_DIGEST_H

#include <stdint.h>

#include "base/str.h"

enum { DIGEST_HEX = 65 }; /* 64 hex digits and the NUL */

struct digest; /* a SHA-256 in the making */

void digest_sha256(char hex[DIGEST_HEX], struct str bytes);
uint64_t digest_fast(struct str bytes);

/* In pieces. digest_field() adds the length first, so that fields cannot run into each other. */
struct digest *digest_new(void);
void digest_add(struct digest *d, struct str bytes);
void digest_field(struct digest *d, struct str field);
void digest_end(struct digest *d, char hex[DIGEST_HEX]); /* frees d */

#endif /* AUDITOR_BASE_DIGEST_H */
