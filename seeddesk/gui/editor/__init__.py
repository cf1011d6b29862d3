"""The practice editor, generated from the form."""
