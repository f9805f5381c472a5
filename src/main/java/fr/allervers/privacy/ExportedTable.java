package fr.allervers.privacy;

import fr.allervers.shared.personal.DataKind;
import java.util.List;
import java.util.Map;

/**
 * What one set of rows holds of a person.
 *
 * @param name the set's
 * @param rows column and value, as they are stored; what is sealed was opened
 */
public record ExportedTable(String name, DataKind kind, List<Map<String, String>> rows) {}
