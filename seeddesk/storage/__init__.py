"""The catalogue on SQLAlchemy Core: revisions, what is derived from them, attachments, backup."""
