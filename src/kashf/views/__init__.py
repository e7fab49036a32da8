"""Views: what was read and found, as values ready to show. No HTML, no terminal, no files."""

from kashf.views.brief import Brief, BriefOptions, Group, brief
from kashf.views.dossier import Dossier, Problem, gather

__all__ = ["Brief", "BriefOptions", "Dossier", "Group", "Problem", "brief", "gather"]
