"""The ministry's dictionary, as far as we lean on it (structure 2.4.1): file names, columns, codes.

Columns are found by name, never by place, for producers leave some out and add their own.
"""

from __future__ import annotations

from dataclasses import dataclass

# In the ministry's numbering as far as it is known, then by name: people come before what refers to them.
# fmt: off
KNOWN_FILES: tuple[str, ...] = (
    "PERSON", "ADDRESS", "DEATH", "CHRONIC", "CARD", "HOME", "VILLAGE", "DISABILITY", "PROVIDER",
    "FUNCTIONAL", "ICF", "SERVICE", "REHABILITATION", "NCDSCREEN", "SPECIALPP", "COMMUNITY_ACTIVITY",
    "COMMUNITY_SERVICE", "DATA_CORRECT", "POLICY", "ACCIDENT", "ADMISSION", "ANC", "APPOINTMENT",
    "CARE_REFER", "CHARGE_IPD", "CHARGE_OPD", "CHRONICFU", "CLINICAL_REFER", "DENTAL", "DIAGNOSIS_IPD",
    "DIAGNOSIS_OPD", "DRUGALLERGY", "DRUG_IPD", "DRUG_OPD", "DRUG_REFER", "EPI", "FP",
    "INVESTIGATION_REFER", "LABFU", "LABOR", "NEWBORN", "NEWBORNCARE", "NUTRITION", "POSTNATAL",
    "PRENATAL", "PROCEDURE_IPD", "PROCEDURE_OPD", "PROCEDURE_REFER", "REFER_HISTORY", "REFER_RESULT",
    "SURVEILLANCE", "WOMEN",
)
# fmt: on


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in characters, 0 when the dictionary we have does not say; `key`: part of what names a row."""

    name: str
    width: int = 0
    required: bool = False
    key: bool = False


def _columns(written: str) -> tuple[Column, ...]:
    """Read "HOSPCODE:5* NAME:50! HN:15": * is part of the key, ! must have a value."""
    return tuple(
        Column(name, int(rest.rstrip("*!") or 0), required=rest[-1:] in ("*", "!"), key=rest[-1:] == "*")
        for name, _, rest in (word.partition(":") for word in written.split())
    )


LAYOUTS: dict[str, tuple[Column, ...]] = {
    "PERSON": _columns(
        """HOSPCODE:5* CID:13 PID:15* HID:14 PRENAME:3! NAME:50! LNAME:50! HN:15 SEX:1! BIRTH:8! MSTATUS:1
        OCCUPATION_OLD:3 OCCUPATION_NEW:4 RACE:3 NATION:3! RELIGION:2 EDUCATION:2 FSTATUS:1 FATHER:13
        MOTHER:13 COUPLE:13 VSTATUS:1 MOVEIN:8 DISCHARGE:1 DDISCHARGE:8 ABOGROUP:1 RHGROUP:1 LABOR:2
        PASSPORT:20 TYPEAREA:1! D_UPDATE:14! TELEPHONE:15 MOBILE:15 HOSPCODE9:9"""
    ),
    "HOME": _columns(
        """HOSPCODE:5* HID:14* HOUSE_ID:11 HOUSETYPE ROOMNO CONDO HOUSE:75 SOISUB SOIMAIN ROAD VILLANAME
        VILLAGE:2! TAMBON:2! AMPUR:2! CHANGWAT:2! TELEPHONE LATITUDE LONGITUDE NFAMILY LOCATYPE VHVID HEADID
        TOILET WATER WATERTYPE GARBAGE HOUSING DURABILITY CLEANLINESS VENTILATION LIGHT WATERTM MFOOD BCONTROL
        ACONTROL CHEMICAL OUTDATE D_UPDATE:14! HOSPCODE9:9"""
    ),
    "ADDRESS": _columns(
        """HOSPCODE:5* PID:15* ADDRESSTYPE:1! HOUSE_ID:11 HOUSETYPE ROOMNO CONDO HOUSENO:75 SOISUB SOIMAIN
        ROAD VILLANAME VILLAGE:2! TAMBON:2! AMPUR:2! CHANGWAT:2! TELEPHONE MOBILE D_UPDATE:14! CID:13"""
    ),
    "DISABILITY": _columns(
        """HOSPCODE:5* DISABID:13 PID:15* DISABTYPE:1! DISABCAUSE:1 DIAGCODE:6 DATE_DETECT:8 DATE_DISAB:8
        D_UPDATE:14! CID:13 HOSPCODE9:9"""
    ),
    "CARD": _columns(
        """HOSPCODE:5* PID:15* INSTYPE_OLD INSTYPE_NEW! INSID STARTDATE:8 EXPIREDATE:8 MAIN SUB D_UPDATE:14!
        CID:13"""
    ),
    "CHRONIC": _columns(
        """HOSPCODE:5* PID:15* DATE_DIAG:8 CHRONIC:6! HOSP_DX HOSP_RX DATE_DISCH:8 TYPEDISCH:2 D_UPDATE:14!
        CID:13"""
    ),
    "DEATH": _columns(
        """HOSPCODE:5* PID:15* HOSPDEATH AN SEQ:16 DDEATH:8! CDEATH_A:6 CDEATH_B:6 CDEATH_C:6 CDEATH_D:6
        ODISEASE:6 CDEATH:6 PREGDEATH PDEATH PROVIDER:15 D_UPDATE:14! CID:13 HOSPCODE9:9 HOSP9_DEATH:9"""
    ),
    "VILLAGE": _columns(
        """HOSPCODE:5* VID:8* NTRADITIONAL NMONK NRELIGIONLEADER NBROADCAST NRADIO NPCHC NCLINIC NDRUGSTORE
        NCHILDCENTER NPSCHOOL NSSCHOOL NTEMPLE NRELIGIOUSPLACE NMARKET NSHOP NFOODSHOP NSTALL NRAINTANK
        NCHICKENFARM NPIGFARM WASTEWATER GARBAGE NFACTORY LATITUDE LONGITUDE OUTDATE NUMACTUALLY RISKTYPE
        NUMSTATELESS NEXERCISECLUB NOLDERLYCLUB NDISABLECLUB NNUMBERONECLUB D_UPDATE:14!"""
    ),
    "FUNCTIONAL": _columns(
        """HOSPCODE:5* PID:15* SEQ:16 DATE_SERV:8! FUNCTIONAL_TEST:2! TESTRESULT:3 DEPENDENT:1 PROVIDER:15
        D_UPDATE:14! CID:13 HOSPCODE9:9"""
    ),
}
