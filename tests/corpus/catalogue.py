"""The duties that one document can be held to, and which of them the measure binds.

Written from the published list of checks, not from the rules that answer for it.
"""
WEIGHING = "weighs words: what is hollow or beside the point is a matter of degree"
UNGATED = {"content.generic": WEIGHING, "content.off-topic": WEIGHING, "content.problems": WEIGHING}
# Gated, but not reached yet: shown as such, and to be taken off this list, never added to silently.
BELOW = {}
RULES = [
    "publication.late", "publication.undated", "publication.date-conflict", "publication.source",
    "publication.publisher", "identity.not-a-report", "identity.title", "identity.year",
    "identity.agency", "structure.section-missing", "structure.section-empty",
    "structure.section-order", "structure.heading", "structure.numbering",
    "structure.composition", "structure.period", "structure.table-missing",
    "structure.table-image", "structure.table-form", "structure.table-labels",
    "structure.assessment-results", "cells.blank", "cells.malformed", "requests.row-total",
    "requests.results-total", "requests.balance", "disputes.total", "disclosure.plausible",
    "annex.sums", "narrative.sum", "narrative.percent", "narrative.table", "narrative.zero",
    "narrative.itself", "content.placeholder", "content.problems", "content.generic",
    "content.off-topic", "content.fees", "content.length", "content.repeated", "law.name",
    "law.repealed", "law.number", "wording.typo", "safety.spam", "safety.hidden-link",
    "safety.foreign-link", "safety.personal-data", "text.script", "text.damage"]
