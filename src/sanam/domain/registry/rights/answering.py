"""What every answer to a person's request begins and ends with."""

from __future__ import annotations

from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.refused import BadInput, Refused
from sanam.domain.journal import operations as journal
from sanam.domain.registry.models import SubjectRequest
from sanam.domain.registry.permissions import check_can, check_sees, for_their_rights, not_here
from sanam.domain.registry.rights.words import REQUEST_MOVES, RequestState
from sanam.domain.teams.words import Can


def ours(by: Actor, request: SubjectRequest) -> SubjectRequest:
    """The request as it stands now, for whoever may answer it; one whose person is gone is settled."""
    check_can(by, Can.ANSWER_REQUESTS)
    request = SubjectRequest.objects.select_for_update(of=("self",)).select_related("subject").get(pk=request.pk)
    if request.subject is None:
        raise not_here()
    check_sees(for_their_rights(by), request.subject)
    return request


def decide(by: Actor, request: SubjectRequest, to: RequestState, **told: object) -> SubjectRequest:
    """Move a request on, saying who did; raises Refused where it cannot go there from where it is."""
    if to not in REQUEST_MOVES[request.said]:
        raise settled(request)
    decided = {
        "state": to.value,
        "decided_by_ref": by.ref,
        "decided_by_label": by.label,
        "decided_by_member": by.member,
    }
    for name, value in (decided | told).items():
        setattr(request, name, value)
    request.save(update_fields=[*decided, *told])
    journal.record(by=by, did=f"request.{to.value}", to=request.ref, details={"kind": request.kind})
    return request


def settled(request: SubjectRequest) -> Refused:
    """What is said where a request is past the deed."""
    state = request.said
    return Refused(
        "registry.request_state",
        f"คำขอนี้{state.th}แล้ว จึงทำสิ่งนี้ไม่ได้",
        f"This request is already {state.en}, so that cannot be done.",
    )


def check_said(text: str) -> None:
    """Raises BadInput for an answer without words."""
    if not text.strip():
        raise BadInput(
            "registry.answer_said",
            "เขียนคำตอบสักนิด ให้เจ้าตัวเก็บไว้ได้",
            "Write an answer in a few words, for the person to keep.",
        )
