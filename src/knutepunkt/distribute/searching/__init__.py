"""The search for applications: the same question as the site's, asked and answered in JSON."""
