"""Everything known about one person as one zip: a page to read, a document for programs, sheets, and the pictures."""
