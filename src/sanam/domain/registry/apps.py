from django.apps import AppConfig


class RegistryConfig(AppConfig):
    name = "sanam.domain.registry"
    label = "registry"
    verbose_name = "ข้อมูลกลาง"

    def ready(self) -> None:
        """A file that waits to be read in is opened by whoever works through the queue, and shown to nobody.

        What must always hold here is said to the whole house.
        """
        from sanam.domain.foundation.actor import Actor, ActorKind
        from sanam.domain.media import owners
        from sanam.domain.registry import invariants

        def only_the_queue(actor: Actor, owner: str) -> bool:
            return actor.kind is ActorKind.INSTALLATION

        owners.show("batch", only_the_queue)
        invariants.register()
