"""English: every word, shape and weight that reading needs. Another language is another folder with these files."""
