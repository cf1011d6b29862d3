"""What things are: form, record, revision, merge, validation, workflow, errors. Pure: no files, no window, no database."""
