"""The words of the registry: sexes, lives, residencies, groups, fact groups."""

from __future__ import annotations

from enum import StrEnum


class Word(StrEnum):
    """A word with its Thai and English names: `NAME = value, thai, english`."""

    th: str
    en: str

    def __new__(cls, value: str, th: str = "", en: str = "") -> Word:
        word = str.__new__(cls, value)
        word._value_, word.th, word.en = value, th, en
        return word

    def said(self, language: str) -> str:
        """The name in a language."""
        return self.en if language == "en" else self.th


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


class Group(Word):
    ELDER = "elder", "ผู้สูงอายุ", "older person"
    DISABLED = "disabled", "คนพิการ", "person with a disability"
    STATELESS = "stateless", "คนไร้สถานะ", "stateless person"
    HOMELESS = "homeless", "คนไร้บ้าน", "person without a home"
    DEPENDENT = "dependent", "ผู้มีภาวะพึ่งพิง", "dependent person"
    HARDSHIP = "hardship", "คนยากลำบาก", "person in hardship"


class Basis(Word):
    """What a membership of a group rests on."""

    FILE = "file", "แฟ้มของหน่วยบริการ", "a hospital's file"
    CARD = "card", "บัตรหรือหนังสือรับรอง", "a card or certificate"
    SEEN = "seen", "ไปเห็นมา", "seen on the spot"
    TOLD = "told", "เจ้าตัวหรือครอบครัวบอก", "told by the person or family"


DISABILITIES: dict[str, tuple[str, str]] = {
    "1": ("พิการทางการเห็น", "visual disability"),
    "2": ("พิการทางการได้ยินหรือสื่อความหมาย", "hearing or communication disability"),
    "3": ("พิการทางการเคลื่อนไหวหรือทางร่างกาย", "physical disability"),
    "4": ("พิการทางจิตใจหรือพฤติกรรม", "mental or behavioural disability"),
    "5": ("พิการทางสติปัญญา", "intellectual disability"),
    "6": ("พิการทางการเรียนรู้", "learning disability"),
    "7": ("ออทิสติก", "autism"),
}
"""Seven statutory types (พ.ร.บ. ส่งเสริมและพัฒนาคุณภาพชีวิตคนพิการ 2550), coded as DISABTYPE of the 43 files."""

DEPENDENCES: dict[str, tuple[str, str]] = {
    "bed": ("ติดเตียง", "bedbound"),
    "home": ("ติดบ้าน", "housebound"),
    "social": ("ติดสังคม", "out and about"),
}
"""How far an elder gets about, in the words of the long-term-care programme."""

HARDSHIPS: dict[str, tuple[str, str]] = {
    "01": ("คนไร้บ้าน", "without a home"),
    "02": ("คนไร้สัญชาติ", "without nationality"),
    "03": ("ผู้สูงอายุที่ถูกทอดทิ้ง", "older person left alone"),
    "04": ("ผู้ติดเชื้อ", "living with an infection"),
    "05": ("ผู้ป่วยติดบ้านหรือติดเตียง", "ill and housebound or bedbound"),
    "06": ("อดีตผู้ต้องขัง", "formerly in prison"),
    "07": ("คนพิการ", "with a disability"),
    "08": ("ผู้ได้รับผลกระทบจากสถานการณ์", "struck by events"),
    "09": ("เด็กกำพร้า", "orphaned child"),
    "10": ("ผู้มีรายได้น้อย หรือผู้ขัดสน (ซะกาต)", "low income, or entitled to zakat"),
    "11": ("กลุ่มชาติพันธุ์", "ethnic group"),
}
"""The eleven kinds of hardship the field's own survey asks for."""

KINDS: dict[Group, dict[str, tuple[str, str]]] = {
    Group.DISABLED: DISABILITIES,
    Group.DEPENDENT: DEPENDENCES,
    Group.HARDSHIP: HARDSHIPS,
}
"""Kinds within a group; the other groups have none."""

SCHEMES: dict[str, tuple[str, str]] = {
    "0100": ("หลักประกันสุขภาพถ้วนหน้า (บัตรทอง)", "universal coverage"),
    "1100": ("สวัสดิการข้าราชการ", "civil servants' medical benefit"),
    "4200": ("ประกันสังคม", "social security"),
    "8301": ("ผู้มีปัญหาสถานะและสิทธิ", "people whose status is being settled"),
}
"""Rights to treatment by INSTYPE_NEW, as far as we can name them; others are kept and shown by their code."""

ILLNESSES: dict[str, tuple[str, str]] = {
    "B20": ("ติดเชื้อเอชไอวี", "HIV"),
    "C": ("มะเร็ง", "cancer"),
    "E10": ("เบาหวานชนิดที่ 1", "type 1 diabetes"),
    "E11": ("เบาหวาน", "type 2 diabetes"),
    "E78": ("ไขมันในเลือดสูง", "high blood lipids"),
    "F00": ("สมองเสื่อม", "dementia"),
    "F03": ("สมองเสื่อม", "dementia"),
    "F20": ("จิตเภท", "schizophrenia"),
    "F32": ("ซึมเศร้า", "depression"),
    "G40": ("ลมชัก", "epilepsy"),
    "I10": ("ความดันโลหิตสูง", "high blood pressure"),
    "I25": ("หัวใจขาดเลือด", "ischaemic heart disease"),
    "I50": ("หัวใจล้มเหลว", "heart failure"),
    "I64": ("หลอดเลือดสมอง", "stroke"),
    "I69": ("ผลจากหลอดเลือดสมอง", "after a stroke"),
    "J44": ("ปอดอุดกั้นเรื้อรัง", "chronic obstructive lung disease"),
    "J45": ("หืด", "asthma"),
    "M10": ("เกาต์", "gout"),
    "M17": ("ข้อเข่าเสื่อม", "osteoarthritis of the knee"),
    "N18": ("ไตเรื้อรัง", "chronic kidney disease"),
}
"""Long illnesses by the beginning of their ICD-10 code, in everyday words; others are shown by their code."""

ILLNESS_STATES: dict[str, tuple[str, str]] = {
    "recovered": ("หายแล้ว", "recovered"),
    "died": ("เสียชีวิต", "died"),
    "in_treatment": ("ยังรักษาอยู่", "in treatment"),
    "awaiting": ("รอจำหน่าย", "to be discharged"),
    "left": ("ขาดการรักษา", "treatment broke off"),
    "completed": ("รักษาครบแล้ว", "treatment completed"),
    "in_remission": ("สงบอยู่", "in remission"),
    "declined": ("ไม่ประสงค์รักษา", "declined treatment"),
    "moved_away": ("ย้ายออกจากพื้นที่", "moved away"),
    "relapsed": ("กลับเป็นซ้ำ", "relapsed"),
}
"""What came of an illness (TYPEDISCH)."""

ELDER_FROM = 60
"""Years of age from which a person is an elder (พ.ร.บ. ผู้สูงอายุ 2546)."""


class FactGroup(Word):
    IDENTITY = "identity", "ตัวตน", "identity"
    ADDRESS = "address", "ที่อยู่", "address"
    CARER = "carer", "คนดูแล", "carer"
    FUNCTION = "function", "กิจวัตร", "daily living"
    HEALTH = "health", "สุขภาพ", "health"
    LIVING = "living", "บ้าน", "living conditions"
    INCOME = "income", "สิทธิ", "income and rights"


ALWAYS_DUE = (FactGroup.IDENTITY, FactGroup.ADDRESS)

OF_HEALTH = (FactGroup.FUNCTION, FactGroup.HEALTH)
"""Fact groups of which nobody can say that they still hold who may not see them."""


class How(Word):
    """How somebody came to know that a fact holds."""

    VISIT = "visit", "ไปเยี่ยมที่บ้าน", "home visit"
    PHONE = "phone", "โทรถาม", "by phone"
    PAPER = "paper", "ดูเอกสาร", "saw a document"
    TOLD = "told", "เจ้าตัวหรือครอบครัวบอก", "told by the person or family"


class State(Word):
    FRESH = "fresh", "สด", "fresh"
    AGEING = "ageing", "เริ่มเก่า", "ageing"
    STALE = "stale", "เก่า", "stale"
    UNKNOWN = "unknown", "ไม่รู้", "unknown"


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


FIELD_NAMES: dict[str, tuple[str, str, FactGroup]] = {
    "prefix": ("คำนำหน้า", "prefix", FactGroup.IDENTITY),
    "given": ("ชื่อ", "given name", FactGroup.IDENTITY),
    "family": ("นามสกุล", "family name", FactGroup.IDENTITY),
    "nickname": ("ชื่อเล่น", "nickname", FactGroup.IDENTITY),
    "sex": ("เพศ", "sex", FactGroup.IDENTITY),
    "birth": ("วันเกิด", "birth date", FactGroup.IDENTITY),
    "life": ("สถานะ", "status", FactGroup.IDENTITY),
    "life_on": ("วันที่ของสถานะ", "date of status", FactGroup.IDENTITY),
    "moved_to": ("ย้ายไปที่", "moved to", FactGroup.ADDRESS),
    "residency": ("การอยู่อาศัย", "residency", FactGroup.ADDRESS),
    "household_id": ("บ้าน", "household", FactGroup.ADDRESS),
    "area_code": ("พื้นที่", "place", FactGroup.ADDRESS),
    "marital": ("สถานภาพ", "marital status", FactGroup.IDENTITY),
    "nation": ("สัญชาติ", "nationality", FactGroup.IDENTITY),
    "religion": ("ศาสนา", "religion", FactGroup.IDENTITY),
    "occupation": ("อาชีพ", "occupation", FactGroup.INCOME),
    "phone": ("โทรศัพท์", "phone", FactGroup.ADDRESS),
    "national_id": ("เลขประจำตัว", "national ID", FactGroup.IDENTITY),
}
"""Fields a file or a hand may change: Thai name, English name, and the fact group each belongs to."""


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


class DuplicateBasis(Word):
    """Why two records are thought to be one person."""

    EQUAL_ID = "equal_id", "เลขบัตรตรงกัน แต่ชื่อ เพศ หรือวันเกิดไม่ตรง", "one number, but name, sex or birth differ"
    EQUAL_ID_FITS = "equal_id_fits", "เลขบัตรตรงกัน และไม่มีอะไรขัดกัน", "one number, and nothing contradicts it"
    NAME = "name", "ชื่อเดียวกัน วันเกิดไม่ค้านกัน", "one name, and the births do not contradict"
    ALIKE = "alike", "ข้อมูลหลายอย่างคล้ายกัน", "much of what is known is alike"
    ASKED = "asked", "ถามไว้ตอนเพิ่มคน", "asked when one of them was added"


class BatchState(Word):
    """How far a file is on its way in."""

    WAITING = "waiting", "รอคิวอ่าน", "waiting to be read"
    READING = "reading", "กำลังอ่าน", "being read"
    TRIED = "tried", "ลองอ่านแล้ว ยังไม่บันทึก", "tried, nothing kept"
    DONE = "done", "อ่านเข้าแล้ว", "read in"
    REFUSED = "refused", "อ่านเข้าไม่ได้", "not read in"
    UNDONE = "undone", "เอาคืนแล้ว", "taken back"


BATCH_MOVES: dict[BatchState, tuple[BatchState, ...]] = {
    BatchState.WAITING: (BatchState.READING,),
    BatchState.READING: (
        BatchState.READING,
        BatchState.TRIED,
        BatchState.DONE,
        BatchState.REFUSED,
        BatchState.UNDONE,
    ),
    BatchState.TRIED: (BatchState.WAITING,),
    BatchState.REFUSED: (BatchState.WAITING, BatchState.UNDONE),
    BatchState.DONE: (BatchState.UNDONE,),
    BatchState.UNDONE: (),
}
"""Where a batch may go from where it is; a reading cut short is taken up again, or taken back as far as it came."""


ENTERED_BY = "ผู้เพิ่มเข้าทะเบียน"
"""The role of a seat that entered somebody: it keeps sight of them, and cares for them only once it says so."""

MISTAKEN = "ลงผิด แก้กลับ:"
"""How the history of a life begins its reason when what was noted before was a mistake."""

NO_NAME = "ไม่ทราบชื่อ"
"""What somebody is called of whom nobody has told a name yet."""


class ConsentHow(Word):
    """How a person gave an answer; each but a signature needs somebody who was there."""

    SIGNED = "signed", "ลงชื่อเอง", "signed"
    THUMB = "thumb", "พิมพ์ลายนิ้วมือต่อหน้าพยาน", "thumbprint before a witness"
    SPOKEN = "spoken", "พูดต่อหน้าพยาน", "spoken before a witness"
    GUARDIAN = "guardian", "ผู้ปกครองหรือผู้อนุบาลให้แทน", "given by a guardian"


class GuardianAs(Word):
    """As what somebody may answer in another's place (PDPA section 20); a relative as such is not among them."""

    PARENT = "parent", "ผู้ใช้อำนาจปกครองของเด็ก", "holder of parental power"
    CURATOR = "curator", "ผู้อนุบาลตามคำสั่งศาล", "guardian by a court's order"
    ASSISTANT = "assistant", "ผู้พิทักษ์ตามคำสั่งศาล", "curator by a court's order"


class ConsentEnd(Word):
    WITHDRAWN = "withdrawn", "ถอนแล้ว", "withdrawn"
    RENEWED = "renewed", "ต่ออายุแล้ว", "renewed"


class Nearness(Word):
    """How often somebody of the circle is in touch."""

    WEEK = "week", "ทุกสัปดาห์", "every week"
    MONTH = "month", "ทุกเดือน", "every month"
    SELDOM = "seldom", "นาน ๆ ครั้ง", "now and then"


class Verdict(Word):
    """What the keeper of a record says of an emergency opening."""

    RIGHT = "right", "เปิดถูกแล้ว", "rightly opened"
    NOT_RIGHT = "not_right", "ไม่ควรเปิด", "should not have been opened"


ADULT_FROM = 20
"""Years of age from which a person answers for themselves (Civil and Commercial Code section 19)."""


class Help(Word):
    """What somebody received; a small list, with words of one's own beside it."""

    MONEY = "money", "เงิน", "money"
    FOOD = "food", "อาหารหรือของใช้", "food or everyday things"
    DEVICE = "device", "อุปกรณ์ช่วยหรือกายอุปกรณ์", "an assistive device"
    HOME = "home", "ซ่อมหรือปรับบ้าน", "repair or adaptation of the home"
    CARE = "care", "คนช่วยดูแลหรือบริการ", "care or a service"
    WORK = "work", "อาชีพหรือการเรียน", "work or schooling"
    RIGHT = "right", "สิทธิหรือเบี้ยที่เพิ่งได้", "a right or allowance newly granted"
    OTHER = "other", "อื่น ๆ", "something else"


class Stands(Word):
    """Whether what was noted still stands."""

    STANDS = "stands", "ใช้อยู่", "stands"
    CORRECTED = "corrected", "แก้แล้ว", "corrected since"
    WITHDRAWN = "withdrawn", "ถอนแล้ว", "withdrawn"
