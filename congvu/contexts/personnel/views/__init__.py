"""Pages of the personal file, of the review, and of the import."""
