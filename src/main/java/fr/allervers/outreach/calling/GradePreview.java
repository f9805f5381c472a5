package fr.allervers.outreach.calling;

import java.util.Map;

/**
 * What the answers so far would be graded.
 *
 * @param errors messages by field key; empty when all answers are valid
 */
public record GradePreview(Grade grade, String rule, String reason, Map<String, String> errors) {}
