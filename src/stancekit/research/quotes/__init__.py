"""Measures how well quotes are found and told apart by speaker."""
