"""Reviews and team reports as files: HTML, Excel, CSV; and the team's sums."""
