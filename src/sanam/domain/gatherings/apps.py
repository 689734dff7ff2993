from django.apps import AppConfig


class GatheringsConfig(AppConfig):
    name = "sanam.domain.gatherings"
    label = "gatherings"
    verbose_name = "วงคุย"

    def ready(self) -> None:
        """What a seat leaves open here, what a leg did, and what must always hold are said to those who ask."""
        from sanam.domain.gatherings import invariants
        from sanam.domain.gatherings.queries.coming_back import actions_of_a_seat, questions_of_a_seat
        from sanam.domain.gatherings.queries.legs import decisions_by_leg
        from sanam.domain.teams import handover, shares

        handover.contributes("questions", questions_of_a_seat, th="โจทย์ที่ยังเปิด", en="open questions")
        handover.contributes("actions", actions_of_a_seat, th="เรื่องที่บอกไว้ว่าจะทำ", en="what it said it would do")
        shares.contributes("decisions", decisions_by_leg, th="มีเสียงในข้อตกลง", en="spoke to decisions")
        invariants.register()
