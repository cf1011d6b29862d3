"""The window: Qt widgets over the services. Nothing below this package knows Qt."""
