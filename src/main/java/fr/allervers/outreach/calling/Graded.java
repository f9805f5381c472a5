package fr.allervers.outreach.calling;

/** A grade, the rule of the table that gave it, and its reason in words. */
record Graded(Grade grade, String rule, String reason) {}
