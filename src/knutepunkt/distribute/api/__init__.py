"""What every address for programs shares: limits, problems, headers for other sites' pages."""
