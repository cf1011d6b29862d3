"""Files to and from domain objects: Word dossiers, tables, forms. Nothing here knows the catalogue."""
