"""One module per verb; `sanam.interfaces.cli` says what such a module holds."""
