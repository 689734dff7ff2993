"""Requests of people about what is known of them: received, answered, carried out."""
