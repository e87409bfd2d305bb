"""AT-SPI and X11."""
