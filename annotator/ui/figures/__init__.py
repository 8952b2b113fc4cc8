"""Figures about a project as pictures and tables; imported when they are asked for."""
