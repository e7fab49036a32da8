"""The pages: each module has a `router`, and is found by being here (docs/workbench.md says how to add one)."""
