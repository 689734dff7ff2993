from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "sanam.domain.media"
    label = "media"
    verbose_name = "รูปและเอกสาร"

    def ready(self) -> None:
        """What must always hold here is said to the whole house."""
        from sanam.domain.media import invariants

        invariants.register()
