"""Figures that one article gives, and instructions that it reports: who asked whom to do what."""
