package fr.allervers.messaging;

import static fr.allervers.shared.personal.DataKind.CANDIDATES;
import static fr.allervers.shared.personal.DataKind.MESSAGES;
import static fr.allervers.shared.personal.DataKind.REGISTER;

import fr.allervers.shared.personal.Hold;
import fr.allervers.shared.personal.PersonalData;
import fr.allervers.shared.personal.PersonalRows;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What left the house and what came back. Rows stay for the counts of mailings, without recipient and words. */
@Component
class MessagesPersonalData implements PersonalData {

    private static final String OVER_MAILINGS = "mailing_id in (select m.id from mailing m where m.ended_at < :before)";
    private static final String TO_HOUSEHOLD = "household_id in (:households) or ";

    @Override
    public List<PersonalRows> rows() {
        return List.of(
                PersonalRows.of(
                        MESSAGES, "message_receipt", "recipient in (:addresses)", "folded and received_at < :before"),
                PersonalRows.of(MESSAGES, "message_reply_part", "from_number in (:addresses)", "received_at < :before"),
                PersonalRows.of(
                        MESSAGES, "message_reply", TO_HOUSEHOLD + "from_number in (:addresses)", "closed_at < :before"),
                PersonalRows.of(MESSAGES, "mailing_number", TO_HOUSEHOLD + "e164 in (:addresses)", OVER_MAILINGS),
                PersonalRows.of(
                        MESSAGES,
                        "mailing_recipient",
                        TO_HOUSEHOLD + "occupant_id in (:occupants) or address in (:addresses)",
                        OVER_MAILINGS),
                PersonalRows.of(
                        MESSAGES,
                        "outbox_message",
                        TO_HOUSEHOLD + "recipient in (:addresses)",
                        "created_at < :before and state not in ('QUEUED', 'SENDING')"),
                // An opposition is kept as long as there is somebody to write to.
                PersonalRows.of(MESSAGES, "message_opposition", TO_HOUSEHOLD + "recipient in (:addresses)", null));
    }

    @Override
    public List<Hold> holds() {
        return List.of(
                new Hold(
                        "message-on-its-way",
                        Set.of(MESSAGES, REGISTER, CANDIDATES),
                        "select count(*) from outbox_message where (household_id in (:households) or recipient in (:addresses)) and state in ('QUEUED', 'SENDING')"));
    }
}
