"""What a person changed, listed."""

from analysis import changes
from ui.cache import kept

listed = kept(changes.listed)
