from django.apps import AppConfig


class RulesConfig(AppConfig):
    name = "sanam.domain.rules"
    label = "rules"
    verbose_name = "กติกา"

    def ready(self) -> None:
        """What must always hold here, what follows an adoption, and what a seat leaves open."""
        from sanam.domain.rules import adopting, invariants
        from sanam.domain.rules.operations import steering
        from sanam.domain.rules.queries.practising import words_of_a_seat
        from sanam.domain.rules.queries.waiting import answers_of_a_seat, proposals_of_a_seat
        from sanam.domain.teams import handover

        invariants.register()
        adopting.when_adopted(steering.begin_at_once)
        adopting.when_ended(steering.stand_again)
        handover.contributes("proposals", proposals_of_a_seat, th="ข้อเสนอกติกาที่ยังไม่จบ", en="proposals still open")
        handover.contributes("answers", answers_of_a_seat, th="รอบที่รอคำตอบ", en="rounds waiting for an answer")
        handover.contributes("commitments", words_of_a_seat, th="คำที่ให้ไว้กับกติกา", en="words given on rules")
