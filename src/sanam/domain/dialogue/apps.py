from django.apps import AppConfig


class DialogueConfig(AppConfig):
    name = "sanam.domain.dialogue"
    label = "dialogue"
    verbose_name = "ห้องแลกเปลี่ยน"

    def ready(self) -> None:
        """What must always hold here."""
        from sanam.domain.dialogue import invariants

        invariants.register()
