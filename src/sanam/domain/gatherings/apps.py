from django.apps import AppConfig


class GatheringsConfig(AppConfig):
    name = "sanam.domain.gatherings"
    label = "gatherings"
    verbose_name = "วงคุย"

    def ready(self) -> None:
        """What must always hold here, what a seat leaves open, what each leg did, who sees a photo."""
        from uuid import UUID

        from sanam.domain.foundation.actor import Actor
        from sanam.domain.gatherings import invariants, queries
        from sanam.domain.gatherings.queries.attending import presence_by_leg
        from sanam.domain.gatherings.queries.coming_back import actions_of_a_seat, questions_of_a_seat
        from sanam.domain.gatherings.queries.inviting import unanswered_at
        from sanam.domain.gatherings.queries.legs import decisions_by_leg
        from sanam.domain.media import owners
        from sanam.domain.teams import handover, shares

        def sees_the_photo(actor: Actor, owner: str) -> bool:
            return bool(queries.photo(actor, UUID(owner.partition(":")[2])))

        invariants.register()
        owners.show("photo", sees_the_photo)
        shares.contributes("presence", presence_by_leg, th="มาร่วมวงคุย", en="came to gatherings")
        shares.contributes("decisions", decisions_by_leg, th="มีเสียงในข้อตกลง", en="spoke to decisions")
        handover.contributes("invitations", unanswered_at, th="คำชวนที่ยังไม่ได้ตอบ", en="invitations not answered")
        handover.contributes("questions", questions_of_a_seat, th="โจทย์ที่ยังเปิด", en="open questions")
        handover.contributes("actions", actions_of_a_seat, th="เรื่องที่บอกไว้ว่าจะทำ", en="what it said it would do")
