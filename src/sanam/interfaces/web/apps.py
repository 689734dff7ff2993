from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "sanam.interfaces.web"
    label = "web"

    def ready(self) -> None:
        """Whoever signs in is remembered with the device they do it on."""
        from django.contrib.auth.signals import user_logged_in

        from sanam.interfaces.web.account.watching import remember_device

        user_logged_in.connect(remember_device, dispatch_uid="remember_device")
