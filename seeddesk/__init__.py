"""SeedDesk: record social-innovation practices offline, send them as Word dossiers, merge what comes back."""

__version__ = "0.1.0"
