from django.apps import AppConfig


class GatheringsConfig(AppConfig):
    name = "sanam.domain.gatherings"
    label = "gatherings"
    verbose_name = "วงคุย"

    def ready(self) -> None:
        """A photo is shown to whoever sees its gathering, one that is not cleared to who writes of it alone."""
        from uuid import UUID

        from sanam.domain.foundation.actor import Actor
        from sanam.domain.media import owners

        def sees_the_photo(actor: Actor, owner: str) -> bool:
            from sanam.domain.gatherings import queries

            return bool(queries.photo(actor, UUID(owner.partition(":")[2])))

        owners.show("photo", sees_the_photo)
