package fr.allervers.privacy;

import fr.allervers.shared.personal.DataKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Where personal data lies and what becomes of it: the file {@code privacy/catalogue.txt}, which says how it is written. */
@Component
public class Catalogue {

    private static final String NOBODY = "-";

    private final Map<String, CataloguedTable> tables;

    Catalogue() {
        try {
            tables = read(new ClassPathResource("privacy/catalogue.txt").getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The catalogue of personal data is missing", e);
        }
    }

    /** Every table, in the catalogue's order. */
    public Collection<CataloguedTable> tables() {
        return tables.values();
    }

    /**
     * One table.
     *
     * @throws IllegalStateException when the catalogue does not name it
     */
    public CataloguedTable table(String name) {
        var table = tables.get(name);
        if (table == null) {
            throw new IllegalStateException("The catalogue of personal data does not name " + name);
        }
        return table;
    }

    static Map<String, CataloguedTable> read(String text) {
        var tables = new LinkedHashMap<String, CataloguedTable>();
        var table = "";
        var current = new LinkedHashMap<String, ColumnAct>();
        var sealedColumns = new ArrayList<SealedColumn>();
        for (var line : text.split("\n")) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var words = line.strip().split(" +");
            if (line.strip().startsWith("sealed ")) {
                for (var column = 1; column < words.length; column++) {
                    sealedColumns.add(SealedColumn.read(table, words[column]));
                }
            } else if (line.startsWith(" ")) {
                for (var column = 1; column < words.length; column++) {
                    current.put(words[column], ColumnAct.read(words[0]));
                }
            } else {
                table = words[0];
                current = new LinkedHashMap<>();
                sealedColumns = new ArrayList<>();
                var kind = NOBODY.equals(words[1]) ? null : DataKind.valueOf(words[1]);
                tables.put(table, new CataloguedTable(table, kind, current, sealedColumns));
            }
        }
        return tables;
    }
}
