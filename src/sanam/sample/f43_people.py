"""Rows about people: PERSON, DEATH, CHRONIC, CARD, DISABILITY, FUNCTIONAL. Their key is the PID."""

from __future__ import annotations

from sanam.sample.f43_cells import Row, Rows, about, day, updated
from sanam.sample.health import ACTIVE, BEDBOUND
from sanam.sample.hospitals import MAIN_HOSPITAL
from sanam.sample.names import FAITHS
from sanam.sample.things import DIED, Hospital, Person

_STILL_TREATED, _ENDED_BY_DEATH = "03", "02"
"""TYPEDISCH."""
_BARTHEL = "01"
"""FUNCTIONAL_TEST."""


def person_rows(hospital: Hospital) -> Rows:
    """PERSON: everyone in the order of the register, then rows that were written anew and stayed."""
    hids = {person.pid: household.hid for household in hospital.households() for person in household.people}
    for person in hospital.people():
        yield person.pid, _person(hospital, person, hids.get(person.pid, ""))
    for person in hospital.older_rows:
        yield f"{person.pid}/older", _person(hospital, person, hids.get(person.pid, ""))


def death_rows(hospital: Hospital) -> Rows:
    """DEATH: those whose row says that they died, and when."""
    for person in hospital.people():
        if person.discharge == DIED and person.discharged:
            cause = person.conditions[0].diagnosis if person.conditions else "R54"
            yield (
                person.pid,
                about(hospital, person, person.discharged)
                | {
                    "DDEATH": day(person.discharged),
                    "CDEATH_A": cause,
                    "CDEATH": cause,
                    "PDEATH": "2",
                    "HOSPCODE9": hospital.code9,
                },
            )


def chronic_rows(hospital: Hospital) -> Rows:
    """CHRONIC: one row for each long-term illness."""
    for person in hospital.people():
        for condition in person.conditions:
            ended = {"DATE_DISCH": day(person.discharged), "TYPEDISCH": _ENDED_BY_DEATH}
            yield (
                f"{person.pid}/{condition.diagnosis}",
                about(hospital, person, condition.since)
                | {
                    "DATE_DIAG": day(condition.since),
                    "CHRONIC": condition.diagnosis,
                    "HOSP_DX": MAIN_HOSPITAL,
                    "HOSP_RX": hospital.code,
                    "TYPEDISCH": _STILL_TREATED,
                    **(ended if person.discharge == DIED else {}),
                },
            )


def card_rows(hospital: Hospital) -> Rows:
    """CARD: how each is insured."""
    for person in hospital.people():
        yield (
            person.pid,
            about(hospital, person)
            | {
                "INSTYPE_NEW": person.coverage,
                "STARTDATE": f"{max(2002, person.birth.year)}1001",
                "MAIN": MAIN_HOSPITAL,
                "SUB": hospital.code,
            },
        )


def disability_rows(hospital: Hospital) -> Rows:
    """DISABILITY: the registered disability, under the number on the disability card."""
    for person in hospital.people():
        if person.disability:
            yield (
                person.pid,
                about(hospital, person, person.disability.detected)
                | {
                    "DISABID": person.national_id,
                    "DISABTYPE": person.disability.type,
                    "DISABCAUSE": person.disability.cause,
                    "DIAGCODE": person.disability.diagnosis,
                    "DATE_DETECT": day(person.disability.detected),
                    "HOSPCODE9": hospital.code9,
                },
            )


def functional_rows(hospital: Hospital) -> Rows:
    """FUNCTIONAL: the last Barthel score of those who were assessed."""
    assessed = ((person, person.assessment) for person in hospital.people() if person.assessment)
    for count, (person, assessment) in enumerate(assessed, start=1):
        score = assessment.score
        yield (
            person.pid,
            about(hospital, person, assessment.on)
            | {
                "SEQ": f"{count:08d}",
                "DATE_SERV": day(assessment.on),
                "FUNCTIONAL_TEST": _BARTHEL,
                "TESTRESULT": str(score),
                "DEPENDENT": "1" if score >= ACTIVE[0] else "3" if score <= BEDBOUND[1] else "2",
                "PROVIDER": f"{hospital.code}01",
                "HOSPCODE9": hospital.code9,
            },
        )


def _person(hospital: Hospital, person: Person, hid: str) -> Row:
    return {
        "HOSPCODE": hospital.code,
        "CID": person.national_id,
        "PID": person.pid,
        "HID": hid,
        "PRENAME": person.prefix,
        "NAME": person.given,
        "LNAME": person.family,
        "HN": person.pid,
        "SEX": person.sex,
        "BIRTH": day(person.birth),
        "MSTATUS": person.marriage,
        "OCCUPATION_NEW": person.occupation,
        "RACE": person.nation,
        "NATION": person.nation,
        "RELIGION": FAITHS[person.faith],
        "EDUCATION": person.education,
        "FSTATUS": person.fstatus,
        "FATHER": person.father,
        "MOTHER": person.mother,
        "COUPLE": person.couple,
        "VSTATUS": person.standing,
        "MOVEIN": day(person.moved_in),
        "DISCHARGE": person.discharge,
        "DDISCHARGE": day(person.discharged),
        "LABOR": person.labor,
        "TYPEAREA": person.typearea,
        "D_UPDATE": updated(hospital, person),
        "MOBILE": person.mobile,
        "HOSPCODE9": hospital.code9,
    }
