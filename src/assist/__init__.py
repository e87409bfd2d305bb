"""Assist: flags forbidden phrases in a draft and offers the compliant wording."""
