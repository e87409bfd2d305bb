"""What a character is: normalisation with an exact offset map; pure."""
