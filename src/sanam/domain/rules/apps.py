from django.apps import AppConfig


class RulesConfig(AppConfig):
    name = "sanam.domain.rules"
    label = "rules"
    verbose_name = "กติกา"

    def ready(self) -> None:
        """What must always hold here, and what a seat leaves open."""
        from sanam.domain.rules import invariants
        from sanam.domain.rules.queries.waiting import answers_of_a_seat, proposals_of_a_seat
        from sanam.domain.teams import handover

        invariants.register()
        handover.contributes("proposals", proposals_of_a_seat, th="ข้อเสนอกติกาที่ยังไม่จบ", en="proposals still open")
        handover.contributes("answers", answers_of_a_seat, th="รอบที่รอคำตอบ", en="rounds waiting for an answer")
