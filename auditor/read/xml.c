/* xml.c - see xml.h. */
#include "read/xml.h"

#include <limits.h>
#include <libxml/parser.h>

#include "base/lang.h"

int read_xml(xmlDoc **out, struct str bytes, const char *name, struct error *err)
{
    const int flags = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    *out = bytes.n < INT_MAX ? xmlReadMemory(bytes.p, (int)bytes.n, NULL, NULL, flags) : NULL;
    if (*out && !xmlGetIntSubset(*out) && xmlDocGetRootElement(*out))
        return 0;
    xmlFreeDoc(*out);
    *out = NULL;
    return error_set(err, ERR_FORMAT, tr("%s：不是完好的 XML", "%s: no sound XML"), name);
}
