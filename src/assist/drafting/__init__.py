"""From raw readings to drafts worth matching; pure."""
