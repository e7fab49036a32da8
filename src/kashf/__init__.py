"""Kashf reads the news about illicit money and says who claims what, on whose word."""
