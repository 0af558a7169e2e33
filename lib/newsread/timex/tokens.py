"""What a text is cut into: words, figures of many forms, marks, blank lines."""

import re

# How each form of figure is written, tried in this order; the names are classes.
FIGURES = {
    "iso": r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?Z?)?(?![0-9-])",
    "slash": r"[0-9]{1,4}(?P<between>[/.])[0-9]{1,2}(?P=between)[0-9]{2,4}(?![0-9/]|\.[0-9])",
    "known_day": r"9/11(?![0-9/])",
    "clock": r"[0-9]{1,2}(?:[:.][0-9]{2}){0,2}\s?(?:[AaPp]\.\s?[Mm]\.|[ap]m\b|[AP]M\b)",
    "clock24": r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:])",
    "decade": r"(?:(?:1[0-9]|20)[0-9]0|['’‘`]?[2-9]0)['’]?s\b",
    "year_range": r"(?:1[0-9]|20)[0-9]{2}[-–—/](?:(?:1[0-9]|20)[0-9]{2}|[0-9]{2})(?![0-9–/-])",
    "day_range": r"[0-9]{1,2}(?:-|–|—)[0-9]{1,2}(?![0-9–/-])",
    "ordinal": r"[0-9]{1,3}(?:st|nd|rd|th)\b",
    "fraction": r"[0-9]{1,3}(?:[ -][0-9]/[0-9]|\s?[½¼¾])(?![0-9])",
    "figure": r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?",
    "year_short": r"['’‘`][0-9]{2}(?![\w])",
}
FORMS = {
    "break": r"\n\s*\n",
    "quarter_code": r"Q[1-4](?![\w])",
    "half_code": r"H[12](?![\w])",
    "fiscal_code": r"FY\s?(?:'?[0-9]{2}|[0-9]{4})(?![\w])",
    "oclock": r"[Oo]['’]clock",
    "dotted": r"(?:[A-Za-z]\.){2,}",
    "word": r"[^\W\d_]+",
    **FIGURES,
    "clitic": r"['’](?:s|ll|d|re|ve|t|m)\b",
    "mark": r"[^\w\s]",
}
TOKEN = re.compile("|".join(f"(?P<{name}>{form})" for name, form in FORMS.items()))
