/* main.c - start and exit. */
#include <locale.h>

#include "base/mem.h"
#include "command/command.h"

enum { START = 8 << 20 }; /* bytes that rules and forms take, nearly */

int main(int argc, char **argv)
{
    mem_expect(START);
    setlocale(LC_CTYPE, "C.UTF-8"); /* widths of Chinese on a terminal; nothing else follows it */
    return cli_main(argc, argv);
}
