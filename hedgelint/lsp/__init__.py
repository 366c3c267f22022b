"""hedgelint where writers write: a server that speaks the Language Server Protocol, version 3.17."""
