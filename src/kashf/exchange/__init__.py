"""What Kashf writes and takes: briefs and pages, files for the tools of others, and packs of evidence."""
