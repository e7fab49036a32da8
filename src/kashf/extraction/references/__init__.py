"""Words that stand for somebody named elsewhere: pronouns and their endings, verbs without a subject, a quoted «we»."""
