package fr.allervers.ledger.files;

import fr.allervers.shared.imports.CsvFormat.Content;
import fr.allervers.shared.imports.FileRefused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Bank statements (camt.053) and notices of debits and credits (camt.054) of ISO 20022, all versions: only elements that they
 * share are read, whatever the namespace. A document type is refused, so that entities cannot reach out or multiply.
 */
public final class CamtFile implements LedgerFile {

    private static final Set<String> HOLDERS = Set.of("Stmt", "Ntfctn");
    private static final Set<String> MESSAGES = Set.of("BkToCstmrStmt", "BkToCstmrDbtCdtNtfctn");

    private final InputStream stream;
    private final XMLStreamReader xml;
    private final Deque<Item> ready = new ArrayDeque<>();
    private boolean recognised;
    private boolean over;
    private int number;
    private @Nullable CamtStatement statement;

    public CamtFile(Content content) throws IOException {
        stream = new BufferedInputStream(content.open());
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try {
            xml = factory.createXMLStreamReader(stream);
        } catch (XMLStreamException e) {
            stream.close();
            throw broken(e);
        }
    }

    @Override
    public @Nullable Item next() {
        try {
            while (ready.isEmpty() && !over) {
                advance();
            }
        } catch (XMLStreamException e) {
            throw broken(e);
        }
        return ready.poll();
    }

    /** To the next thing that matters: a statement, something of it, an entry. */
    private void advance() throws XMLStreamException {
        if (!xml.hasNext()) {
            over = true;
            if (!recognised) {
                throw new FileRefused("ledger.refused.not-camt");
            }
            return;
        }
        switch (xml.next()) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new FileRefused("ledger.refused.xml-entities");
            case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName());
            case XMLStreamConstants.END_ELEMENT -> {
                if (statement != null && HOLDERS.contains(xml.getLocalName())) {
                    statement.close();
                    statement = null;
                }
            }
            default -> {
                // nothing to read
            }
        }
    }

    private void start(String name) throws XMLStreamException {
        if (MESSAGES.contains(name)) {
            recognised = true;
        } else if (recognised && statement == null && HOLDERS.contains(name)) {
            statement = new CamtStatement(name.equals("Stmt") ? "053" : "054");
        } else if (statement != null) {
            if (name.equals("Ntry")) {
                entry(statement);
            } else {
                statement.take(name, XmlTree.read(xml));
            }
        }
    }

    /** An entry's own fields come before its payments; the payments are read one by one, the first held until the second. */
    private void entry(CamtStatement on) throws XMLStreamException {
        var entry = new CamtEntry(on);
        for (var event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new FileRefused("ledger.refused.xml-entities");
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("NtryDtls")) {
                details(entry);
            } else {
                entry.take(xml.getLocalName(), XmlTree.read(xml));
            }
        }
        entry.end(this::add);
        on.count(entry);
    }

    private void details(CamtEntry entry) throws XMLStreamException {
        for (var event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                var tree = XmlTree.read(xml);
                if (!tree.all("NbOfTxs").isEmpty()) {
                    entry.batchOf(tree.text("NbOfTxs"));
                } else {
                    entry.payment(tree, this::add);
                }
            }
        }
    }

    /** Numbers what an entry gives. */
    private void add(CamtEntry.Numbered item) {
        ready.add(item.at(++number));
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            stream.close();
        }
    }

    private static FileRefused broken(XMLStreamException e) {
        return new FileRefused(
                "ledger.refused.xml-broken",
                e.getLocation() == null ? 1 : e.getLocation().getLineNumber());
    }
}
