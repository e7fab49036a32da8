"""On whose word: quotations, reporting verbs, «according to», and how far each reaches."""
