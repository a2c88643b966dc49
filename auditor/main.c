/* main.c - start and exit. */
#include <locale.h>

#include "command/command.h"

int main(int argc, char **argv)
{
    setlocale(LC_CTYPE, "C.UTF-8"); /* widths of Chinese on a terminal; nothing else follows it */
    return cli_main(argc, argv);
}
