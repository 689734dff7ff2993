"""Translations: Thai is written in the code and the templates; English lives in locale/en.

    python tools/messages.py extract    put new sentences into django.po, take away those no longer used
    python tools/messages.py check      fail when one is missing, untranslated, unsure or no longer used
    python tools/messages.py compile    write django.mo, which is what a running installation reads

Babel does what the gettext programs would, so nothing else must be installed.
"""

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

settings.configure()  # the template lexer asks for nothing, but will not start without

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "sanam"
PLAIN, PLURAL, IN_CONTEXT = None, (1, 2), ((1, "c"), 2)
CALLS = {
    "_": PLAIN,
    "gettext": PLAIN,
    "gettext_lazy": PLAIN,
    "gettext_noop": PLAIN,
    "ngettext": PLURAL,
    "ngettext_lazy": PLURAL,
    "pgettext": IN_CONTEXT,
    "pgettext_lazy": IN_CONTEXT,
}


def translations() -> list[Path]:
    return sorted(SOURCE.glob("locale/*/LC_MESSAGES/django.po"))


def used() -> Catalog:
    """Every sentence that asks to be translated, with the files it stands in."""
    catalog = Catalog(charset="utf-8")
    for path in sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("*.html")]):
        # the file but not the line: a sentence that moved is not a change of its translation
        place = (str(path.relative_to(ROOT)), None)
        for _, sentence, comments, context in extract("python", io.BytesIO(code(path)), CALLS, ["Translators:"]):
            catalog.add(sentence, locations=[place], auto_comments=comments, context=context)
    return catalog


def code(path: Path) -> bytes:
    """The file as Python, so that one reader serves both: Django can rewrite a template so."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        text = templatize(text)
    return text.encode()


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3])


def extract_all() -> int:
    """Bring each django.po up to what the code says, keeping the translations there are."""
    now = used()
    for path in translations():
        catalog = read(path)
        catalog.update(now, no_fuzzy_matching=True, update_creation_date=False)
        catalog.obsolete.clear()
        with path.open("wb") as file:
            write_po(file, catalog, width=110, sort_by_file=True)
        print(f"{path.relative_to(ROOT)}: {len(catalog)} sentences, {sum(map(undone, catalog))} to translate")
    return 0


def check_all() -> int:
    """Say which sentences of which file need a translator; 1 when there are any."""
    wanted = {key(message) for message in used() if message.id}
    wrong = 0
    for path in translations():
        have = {key(message): message for message in read(path) if message.id}
        lists = {
            "missing": wanted - have.keys(),
            "no longer used": have.keys() - wanted,
            "untranslated or unsure": {k for k in wanted & have.keys() if undone(have[k])},
        }
        for what, sentences in lists.items():
            for sentence in sorted(sentences):
                wrong += 1
                print(f"{path.relative_to(ROOT)}: {what}: {sentence[1]}")
    return int(wrong > 0)


def compile_all() -> int:
    """Write django.mo beside each django.po."""
    for path in translations():
        draft = path.with_suffix(".mo.draft")
        with draft.open("wb") as file:
            write_mo(file, read(path))
        draft.replace(path.with_suffix(".mo"))
    return 0


def key(message: Message) -> tuple[str, str]:
    single = message.id if isinstance(message.id, str) else message.id[0]
    return message.context or "", single


def undone(message: Message) -> bool:
    strings = message.string if isinstance(message.string, tuple | list) else [message.string]
    return bool(message.id) and (message.fuzzy or not all(strings))


VERBS = {"extract": extract_all, "check": check_all, "compile": compile_all}

if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in VERBS:
        sys.exit(__doc__)
    sys.exit(VERBS[sys.argv[1]]())
