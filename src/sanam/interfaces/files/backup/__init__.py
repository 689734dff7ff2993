"""A backup: the whole installation in one file, and back again on either database.

The file is a zip: `tables/NAME.jsonl` (a row a line, each value in a form both databases understand), `media/…` (the
bytes of pictures and papers as they lie), and last a signed `manifest.json` that counts and digests all of it. The keys
are never in it; the manifest only says which ones it needs.

`making` writes it from one moment while others go on working; `restoring` builds everything beside what is there,
proves it, and only then lets it take the place.
"""
