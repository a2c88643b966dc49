/*
 * error.h - one error: a code for the program, a message for a person (prefix error_).
 *
 * A function that can fail returns 0 or an error code and takes a struct error *err as its
 * last argument. The message is written where the fault is seen, names its subject (file,
 * line, field), says what to do where that helps, and is passed up unchanged.
 * err may be NULL when the caller only wants the code.
 */
#ifndef AUDITOR_BASE_ERROR_H
#define AUDITOR_BASE_ERROR_H

enum err_code {
    ERR_OK = 0,
    ERR_IO,       /* the system refused: file, pipe, process */
    ERR_ABSENT,   /* a named thing does not exist */
    ERR_FORMAT,   /* bytes are not what they claim to be */
    ERR_DAMAGED,  /* they are, but cut off or broken */
    ERR_LOCKED,   /* they cannot be read without a password */
    ERR_LIMIT,    /* a stated limit was exceeded */
    ERR_CONFIG,   /* register, profile, pack or plugin is wrong */
    ERR_USAGE,    /* the command line is wrong */
    ERR_PLUGIN,   /* a plugin failed while running */
    ERR_DATABASE, /* SQLite */
    ERR_INTERNAL, /* our own fault */
    ERR_TIME,     /* the clock ran out: the next try may do better */
    ERR_TOOL      /* another program is needed that is not installed */
};

struct error {
    enum err_code code;
    const char *reason; /* a word for programs where the code says too little; NULL: none */
    char message[600];  /* UTF-8, never cut inside a character */
};

/* Writes code and message and returns the code, so that it can stand in a return. */
int error_set(struct error *err, enum err_code code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* What an errno means, in the language of the program where that is usual. */
const char *error_system(int code);

/* Adds a reason, a literal such as "no_text_layer", to what error_set() wrote; returns the code. */
int error_because(struct error *err, int code, const char *reason);

#endif /* AUDITOR_BASE_ERROR_H */
