package fr.allervers.ledger.files;

import fr.allervers.shared.imports.CsvFormat.Content;
import java.io.IOException;

/**
 * The public accountant's return file (PES Retour, P503: receipts at the Treasury). Its layout is not public: whoever has a
 * real file writes a bean of this kind, which is asked before any other format. It gives payments by
 * {@link fr.allervers.ledger.Means#TREASURY}, with the accountant's number of the receipt as origin, so that the same receipt in
 * two files is one; receipts that await a title (P503) have no lease code and go to the suspense list.
 */
public interface AccountantReturn {

    /** Whether a file that begins so is one; at most 8 kB are given. */
    boolean recognises(byte[] head);

    /** Opens the file from its beginning. */
    LedgerFile open(Content content) throws IOException;
}
