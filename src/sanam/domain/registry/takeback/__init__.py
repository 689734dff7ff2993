"""How a file is taken back: values return, rows the file brought leave, rows it replaced speak again.

The parts of one deed, `operations.undo.take_back`, and of what is told before it; nothing here is called from
anywhere else. What a hand or a later file changed since stays, and is listed.
"""
