"""Who says what: cues, their contents and sources, and which of them to believe."""
