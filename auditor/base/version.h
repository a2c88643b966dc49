/* version.h - what the program calls itself; AUDITOR_VERSION comes from CMakeLists.txt. */
#ifndef AUDITOR_BASE_VERSION_H
#define AUDITOR_BASE_VERSION_H

#ifndef AUDITOR_VERSION
#error "the build must define AUDITOR_VERSION"
#endif

/* Every page that the program writes says so in a meta tag, so that a page of results that comes back
 * among the documents is not judged as one. It stands behind the title. Never changed: old pages bear it. */
#define AUDITOR_GENERATOR "auditor.check-results"

#endif /* AUDITOR_BASE_VERSION_H */
