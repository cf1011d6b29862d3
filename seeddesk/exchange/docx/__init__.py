"""Dossiers: Word documents out, Word documents in."""
