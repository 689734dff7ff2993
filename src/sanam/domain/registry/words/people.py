"""Who somebody is, where they live, who is around them, what became of them."""

from __future__ import annotations

from sanam.domain.foundation.word import Word


class Sex(Word):
    MALE = "male", "ชาย", "male"
    FEMALE = "female", "หญิง", "female"


class Life(Word):
    ALIVE = "alive", "มีชีวิต", "alive"
    DEAD = "dead", "เสียชีวิตแล้ว", "has died"
    MOVED = "moved", "ย้ายออก", "moved away"
    LOST = "lost", "สาบสูญ", "missing"


class Residency(Word):
    """TYPEAREA of the 43 files, by its own numbers."""

    RESIDENT = "1", "อยู่จริงตามทะเบียนบ้าน", "lives where registered"
    REGISTERED_ONLY = "2", "มีชื่อในทะเบียน ตัวไม่อยู่", "registered here, lives elsewhere"
    UNREGISTERED = "3", "อยู่จริง ทะเบียนบ้านอยู่ที่อื่น", "lives here, registered elsewhere"
    SERVED = "4", "มารับบริการจากนอกเขต", "comes from outside for services"
    NO_HOUSE = "5", "ไม่มีบ้านเป็นหลักแหล่ง", "has no settled home"


class IdentifierKind(Word):
    NATIONAL = "national", "เลขประจำตัวประชาชน", "national ID"
    PASSPORT = "passport", "หนังสือเดินทาง", "passport"


class NoNumber(Word):
    """Why a person has no number; an equal choice, not an error."""

    STATELESS = "stateless", "ยังไม่มีสถานะทางทะเบียน", "no civil status yet"
    LOST = "lost", "บัตรหายหรือไม่เคยทำ", "card lost or never made"
    FOREIGN = "foreign", "เป็นคนต่างชาติ", "foreign national"
    NOT_ASKED = "not_asked", "ยังไม่ได้ถาม", "not asked yet"
    MISSING = "missing", "แฟ้มไม่ได้บอกเลข", "the file gives no number"
    UNUSABLE = "unusable", "เลขในแฟ้มใช้ไม่ได้", "the number in the file is unusable"


class Kin(Word):
    """Who somebody is to a person."""

    CHILD = "child", "ลูก", "child"
    SPOUSE = "spouse", "คู่ชีวิต", "spouse"
    PARENT = "parent", "พ่อแม่", "parent"
    SIBLING = "sibling", "พี่น้อง", "sibling"
    GRANDCHILD = "grandchild", "หลาน", "grandchild"
    RELATIVE = "relative", "ญาติ", "relative"
    NEIGHBOUR = "neighbour", "เพื่อนบ้าน", "neighbour"
    CARER = "carer", "ผู้ดูแล", "carer"
    GUARDIAN = "guardian", "ผู้ปกครองหรือผู้อนุบาล", "guardian"
    OTHER = "other", "คนรู้จัก", "acquaintance"


class Channel(Word):
    """A way to reach somebody."""

    PHONE = "phone", "โทรศัพท์", "phone"
    LINE = "line", "ไลน์", "LINE"
    OTHER = "other", "ทางอื่น", "another way"


class Event(Word):
    """What happened to the people of a place: who is new, came to live elsewhere, moved away, died."""

    NEW = "new", "เข้าทะเบียนใหม่", "new in the register"
    HOME = "home", "ย้ายบ้าน", "moved house"
    MOVED = "moved", "ย้ายออก", "moved away"
    DIED = "dead", "เสียชีวิต", "died"
    LOST = "lost", "ไม่พบตัว", "missing"
    BACK = "alive", "กลับมา", "came back"


class Sure(Word):
    """How sure it is which seat a file means by the volunteer it names for a house."""

    SURE = "sure", "เลขในแฟ้มตรงกับคนในทะเบียน และชื่อตรงกับผู้นั่ง", "number and name are those of the holder"
    LIKELY = "likely", "ชื่อในแฟ้มตรงกับผู้นั่ง", "the name in the file is the holder's"
    ONLY = "only", "แฟ้มบอกแค่เลข แต่หมู่บ้านนี้มี อสม. ที่นั่งเดียว", "only a number, but the village has one volunteer's seat"
    NO_SEAT = "no_seat", "ยังไม่มีที่นั่งที่ตรงกัน", "no seat matches yet"


ENTERED_BY = "ผู้เพิ่มเข้าทะเบียน"
"""The role of a seat that entered somebody: it keeps sight of them, and cares for them only once it says so."""

NO_NAME = "ไม่ทราบชื่อ"
"""What somebody is called of whom nobody has told a name yet."""


class Nearness(Word):
    """How often somebody of the circle is in touch."""

    WEEK = "week", "ทุกสัปดาห์", "every week"
    MONTH = "month", "ทุกเดือน", "every month"
    SELDOM = "seldom", "นาน ๆ ครั้ง", "now and then"
