"""Printed pages back to running text: furniture off, hyphens and wrapped lines undone."""
