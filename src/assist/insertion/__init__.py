"""From the agent's choice to an exact edit; pure."""
