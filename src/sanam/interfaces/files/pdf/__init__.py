"""pdf: papers, set by typst in Sarabun, tagged for who listens to them.

A template is ours and lies beside this; what a paper says reaches it as data, so no text of anybody's is ever read
as instructions. `setting.paper` gives the bytes.
"""
