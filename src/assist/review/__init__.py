"""From logged totals to a shift summary; pure."""
