"""A closed room as plain files that anybody can count again with `sanam dialogue file`."""
