"""The X-ray of what is pasted or dropped into a page of this machine's own; the only room that knows starlette."""
