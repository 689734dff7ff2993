from django.apps import AppConfig


class TeamsConfig(AppConfig):
    name = "sanam.domain.teams"
    label = "teams"
    verbose_name = "ทีม"

    def ready(self) -> None:
        """What must always hold here is said to the whole house, and what rules may close is offered to them."""
        from sanam.domain.teams import closing, invariants

        invariants.register()
        closing.register()
