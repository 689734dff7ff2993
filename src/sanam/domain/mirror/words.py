"""What the mirror may say of a figure."""

from __future__ import annotations

from sanam.domain.foundation.word import Word


class Says(Word):
    """A verdict. «ยังบอกไม่ได้» is said below the gate, and wherever chance would do as well."""

    NOT_YET = "not_yet", "ยังบอกไม่ได้", "cannot say yet"
    LOOK = "look", "น่าชวนกันดู", "worth a look together"
    NOT_SEEN = "not_seen", "ดูพอแล้ว ยังไม่เห็น", "looked for long enough, not seen"
    TELLS = "tells", "บอกได้เท่าที่เห็น", "tells what it shows"
