"""The languages of a library: laid beside one another (`laying`), what lags behind (`lagging`), the tables that
translators fill in (`tables`) and that are read back (`returning`), and what was found as a page (`page`)."""
