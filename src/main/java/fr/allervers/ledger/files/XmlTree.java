package fr.allervers.ledger.files;

import fr.allervers.shared.imports.FileRefused;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A small part of an XML document, whole: an account, a balance, one payment. What is too large to be one is refused. */
final class XmlTree {

    private static final int MOST_NODES = 2000;
    private static final int MOST_LETTERS = 100_000;

    private final String name;
    private final List<XmlTree> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable String currency;

    private XmlTree(String name) {
        this.name = name;
    }

    /** Reads the element on which the reader stands, to its end. */
    static XmlTree read(XMLStreamReader xml) throws XMLStreamException {
        return read(xml, new int[2]);
    }

    private static XmlTree read(XMLStreamReader xml, int[] size) throws XMLStreamException {
        var tree = new XmlTree(xml.getLocalName());
        tree.currency = xml.getAttributeValue(null, "Ccy");
        if (++size[0] > MOST_NODES) {
            throw new FileRefused("ledger.refused.xml-size", xml.getLocation().getLineNumber());
        }
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> tree.children.add(read(xml, size));
                case XMLStreamConstants.END_ELEMENT -> {
                    return tree;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> tree.append(xml, size);
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new FileRefused("ledger.refused.xml-entities");
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
    }

    private void append(XMLStreamReader xml, int[] size) {
        size[1] += xml.getTextLength();
        if (size[1] > MOST_LETTERS) {
            throw new FileRefused("ledger.refused.xml-size", xml.getLocation().getLineNumber());
        }
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    /** The first element at this path, « Refs/EndToEndId ». */
    @Nullable
    XmlTree at(String path) {
        var here = this;
        for (var step : path.split("/")) {
            var next = here.children.stream()
                    .filter(child -> child.name.equals(step))
                    .findFirst();
            if (next.isEmpty()) {
                return null;
            }
            here = next.get();
        }
        return here;
    }

    /** All elements of this name right below. */
    List<XmlTree> all(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted)).toList();
    }

    /** The text at the first of these paths that has one. */
    @Nullable
    String text(String... paths) {
        for (var path : paths) {
            var found = at(path);
            if (found != null && !found.text.toString().isBlank()) {
                return found.text.toString().strip();
            }
        }
        return null;
    }

    String text() {
        return text.toString().strip();
    }

    @Nullable
    String currency() {
        return currency;
    }
}
