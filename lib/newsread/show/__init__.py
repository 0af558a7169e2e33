"""What a reader sees: the marked article, passages, tables, the desk and the report."""
