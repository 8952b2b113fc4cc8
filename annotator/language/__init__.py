"""What is particular to Vietnamese: syllables and words, search, encodings, the look of news."""
