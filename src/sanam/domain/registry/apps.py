from django.apps import AppConfig


class RegistryConfig(AppConfig):
    name = "sanam.domain.registry"
    label = "registry"
    verbose_name = "ข้อมูลกลาง"

    def ready(self) -> None:
        """A file that waits to be read in is opened by whoever works through the queue, and shown to nobody.

        A picture of what was signed is shown to whoever may read that consent, and sees all their mandate shows.
        What must always hold here is said to the whole house, what waits at a seat to every hand-over, and how long
        a list would become to whoever reads a proposal that turns its dials.
        """
        from sanam.domain.foundation.actor import Actor, ActorKind
        from sanam.domain.media import owners
        from sanam.domain.registry import invariants, leaving
        from sanam.domain.registry.queries.foreseen import people_to_ask
        from sanam.domain.rules import foreseeing

        def only_the_queue(actor: Actor, owner: str) -> bool:
            return actor.kind is ActorKind.INSTALLATION

        def reads_the_consent(actor: Actor, owner: str) -> bool:
            from sanam.domain.registry import queries

            consent = queries.consent(actor, owner.partition(":")[2])
            return queries.keeps_evidence(actor, consent)

        owners.show("batch", only_the_queue)
        owners.show("consent", reads_the_consent)
        invariants.register()
        leaving.register()
        foreseeing.contributes("freshness.", people_to_ask, th="รายการแวะถาม", en="The list of whom to ask")
