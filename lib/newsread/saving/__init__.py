"""What a reader keeps: figures, tables, whole exports, written whole or not at all."""
