"""What was agreed, on its way out of the house: a version to hang on a wall, and how it was decided."""
