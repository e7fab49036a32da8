"""A second opinion on claims, learned on the annotated corpus: how likely each is, and which the rules left out."""
