"""Controls of our own, shared by all pages."""
