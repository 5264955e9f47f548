"""Asking web servers for documents: politely, within limits, and nobody on the inside."""
