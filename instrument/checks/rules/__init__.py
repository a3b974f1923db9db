"""The drafting rules, one a file; the package above lists them in their order."""
