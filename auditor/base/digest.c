/* digest.c - nettle's SHA-256 and xxHash; see digest.h. */
#include "base/digest.h"

#include <nettle/sha2.h>
#include <stdlib.h>
#include <xxhash.h>

#include "base/mem.h"

struct digest {
    struct sha256_ctx sha;
};

struct digest *digest_new(void)
{
    struct digest *d = mem_alloc(sizeof *d);
    sha256_init(&d->sha);
    return d;
}

void digest_add(struct digest *d, struct str bytes)
{
    sha256_update(&d->sha, bytes.n, (const uint8_t *)bytes.p);
}

void digest_field(struct digest *d, struct str field)
{
    uint8_t length[8];
    for (int i = 0; i < 8; i++)
        length[i] = (uint8_t)((uint64_t)field.n >> (56 - 8 * i));
    sha256_update(&d->sha, sizeof length, length);
    digest_add(d, field);
}

void digest_end(struct digest *d, char hex[DIGEST_HEX])
{
    static const char digits[] = "0123456789abcdef";
    uint8_t raw[SHA256_DIGEST_SIZE];
    sha256_digest(&d->sha, sizeof raw, raw);
    for (size_t i = 0; i < sizeof raw; i++) {
        hex[2 * i] = digits[raw[i] >> 4];
        hex[2 * i + 1] = digits[raw[i] & 15];
    }
    hex[DIGEST_HEX - 1] = '\0';
    free(d);
}

void digest_sha256(char hex[DIGEST_HEX], struct str bytes)
{
    struct digest *d = digest_new();
    digest_add(d, bytes);
    digest_end(d, hex);
}

uint64_t digest_fast(struct str bytes)
{
    return XXH3_64bits(bytes.p, bytes.n);
}
