/* error.c - see error.h. */
#include "base/error.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/lang.h"

/* A message cut by its buffer must not end in half a character. */
static void drop_broken_tail(char *s)
{
    size_t n = strlen(s);
    size_t start = n;
    while (start > 0 && n - start < 3 && ((unsigned char)s[start - 1] & 0xC0) == 0x80)
        start--;
    if (start == 0)
        return;
    unsigned char lead = (unsigned char)s[start - 1];
    size_t need = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    if (need > 1 && n - (start - 1) < need)
        s[start - 1] = '\0';
}

int error_set(struct error *err, enum err_code code, const char *format, ...)
{
    if (!err)
        return code;
    err->code = code;
    err->reason = NULL;
    va_list args;
    va_start(args, format);
    int n = vsnprintf(err->message, sizeof err->message, format, args);
    va_end(args);
    if (n < 0)
        err->message[0] = '\0';
    else if ((size_t)n >= sizeof err->message)
        drop_broken_tail(err->message);
    return code;
}

const char *error_system(int code)
{
    static const struct {
        int code;
        const char *zh;
    } known[] = {
        { ENOENT, "没有这个文件或文件夹" },
        { EACCES, "没有权限" },
        { EPERM, "不允许这样做" },
        { EISDIR, "这是文件夹，不是文件" },
        { ENOTDIR, "路径中有一段不是文件夹" },
        { EEXIST, "已经存在" },
        { ENOSPC, "磁盘已满" },
        { EDQUOT, "超出磁盘配额" },
        { EROFS, "磁盘只读" },
        { ENAMETOOLONG, "名称太长" },
        { EMFILE, "打开的文件太多" },
        { ENFILE, "打开的文件太多" },
        { ENOMEM, "内存不足" },
        { EPIPE, "读取的一方已经退出" },
        { EIO, "磁盘读写错误" },
        { ELOOP, "链接绕成了圈" },
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].code == code)
            return tr(known[i].zh, strerror(code));
    return strerror(code);
}

int error_because(struct error *err, int code, const char *reason)
{
    if (err)
        err->reason = reason;
    return code;
}
