"""The country that a language code hints at."""

from babel.core import get_global, parse_locale


def country_of(code: str) -> str | None:
    """`pt-br` says Brazil itself, `uk` most likely means Ukraine; `en` is spoken everywhere and tells nothing."""
    try:
        language, territory, script, *_ = parse_locale(code.replace("_", "-"), sep="-")
    except ValueError:
        return None
    if territory or language == "en":
        return territory
    likely = get_global("likely_subtags")
    tag = likely.get(f"{language}_{script}") or likely.get(language)
    return parse_locale(tag)[1] if tag else None
