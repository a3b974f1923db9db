"""What a tracked Word file proves: with all changes rejected it reads as one text, accepted as another.

`transcript` tells what a file says in a view, `census` which changes are tracked in it; `receipt` is what is kept of
both in a part of the file, `proving` makes it, `sealing` puts it in, `verifying` says what was changed since.
"""
