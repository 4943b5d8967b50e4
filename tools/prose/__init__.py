"""Look at the words of the content: the house style, words of others, and numbers."""
