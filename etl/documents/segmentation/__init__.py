"""Text to paragraphs and sentences with exact offsets."""
