package fr.allervers.audit;

/**
 * What an act was about.
 *
 * @param kind a case's kind as the inbox names it, or "household", "lease", …
 */
record Subject(String kind, long id) {}
