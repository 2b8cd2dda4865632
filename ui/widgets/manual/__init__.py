"""The parts of the page Methods, one file per part."""
