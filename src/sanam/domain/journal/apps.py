from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "sanam.domain.journal"
    label = "journal"
    verbose_name = "สมุดบันทึก"
