"""Audiences: questions about States, made of criteria that hold together, and their answers on a day."""
