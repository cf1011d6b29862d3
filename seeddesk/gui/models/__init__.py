"""What lists show: Qt models over the services' pages."""
