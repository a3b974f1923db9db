"""Proposals and their life: what delegations propose, who sponsors it, what became of it, what others think of it."""
