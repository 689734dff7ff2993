from django.apps import AppConfig


class DialogueConfig(AppConfig):
    name = "sanam.domain.dialogue"
    label = "dialogue"
    verbose_name = "ห้องแลกเปลี่ยน"

    def ready(self) -> None:
        """What must always hold here, and what a closed room tells in its gathering's report."""
        from sanam.domain.dialogue import invariants
        from sanam.domain.dialogue.queries.told import found_at
        from sanam.domain.gatherings import heard

        invariants.register()
        heard.contributes("rooms", found_at)
