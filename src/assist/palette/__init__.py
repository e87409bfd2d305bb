"""Finding a compliant sentence by what an agent remembers of it; pure."""
