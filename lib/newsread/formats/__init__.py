"""Articles in other forms than plain text: each module gives the text and what stands about it."""
