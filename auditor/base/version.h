/* version.h - the version of the program; AUDITOR_VERSION comes from CMakeLists.txt. */
#ifndef AUDITOR_BASE_VERSION_H
#define AUDITOR_BASE_VERSION_H

#ifndef AUDITOR_VERSION
#error "the build must define AUDITOR_VERSION"
#endif

#endif /* AUDITOR_BASE_VERSION_H */
