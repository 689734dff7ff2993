"""The room on a phone: no account, one ticket, one thing a screen. Whoever hosts it has pages under gatherings."""
