from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "sanam.domain.notices"
    label = "notices"
    verbose_name = "ข่าวถึงที่นั่ง"

    def ready(self) -> None:
        """What changed in a body is carried to its seats; what a seat has not read yet is handed over with it."""
        from sanam.domain.notices import leaving, operations
        from sanam.domain.teams import telling

        telling.carries(operations.tell, operations.settle)
        leaving.register()
