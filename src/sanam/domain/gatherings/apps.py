from django.apps import AppConfig


class GatheringsConfig(AppConfig):
    name = "sanam.domain.gatherings"
    label = "gatherings"
    verbose_name = "วงคุย"

    def ready(self) -> None:
        """What must always hold here, what a seat leaves open, and how much each leg was present."""
        from sanam.domain.gatherings import invariants
        from sanam.domain.gatherings.queries.attending import presence_by_leg
        from sanam.domain.gatherings.queries.inviting import unanswered_at
        from sanam.domain.teams import handover, shares

        invariants.register()
        shares.contributes("presence", presence_by_leg, th="มาร่วมวงคุย", en="came to gatherings")
        handover.contributes("invitations", unanswered_at, th="คำชวนที่ยังไม่ได้ตอบ", en="invitations not answered")
