"""The windows the agent sees."""
