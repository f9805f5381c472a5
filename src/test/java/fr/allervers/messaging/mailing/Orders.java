package fr.allervers.messaging.mailing;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.Importance;
import fr.allervers.messaging.template.MessageTexts;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders for tests, changed one thing at a time. */
record Orders(
        AudienceKind kind,
        @Nullable String key,
        String pasted,
        EnumSet<Channel> channels,
        boolean perHousehold,
        Importance importance,
        Map<String, MessageTexts> texts,
        Map<String, String> details,
        @Nullable String sender,
        @Nullable String emergency,
        @Nullable Instant sendAt) {

    static Orders forBuilding(long buildingId) {
        return new Orders(
                AudienceKind.BUILDING,
                Long.toString(buildingId),
                "",
                EnumSet.allOf(Channel.class),
                false,
                Importance.ESSENTIAL,
                Map.of(
                        "fr",
                        texts("Coupure d'eau au {bâtiment} le {jour}"),
                        "en",
                        texts("No water at {bâtiment} on {jour}")),
                Map.of("jour", "mardi"),
                null,
                null,
                null);
    }

    static Orders forList(String pasted) {
        return forBuilding(0).with(AudienceKind.LIST, null, pasted);
    }

    static MessageTexts texts(String sms) {
        return new MessageTexts(
                sms, "Coupure d’eau", "Bonjour {civilité} {nom}, " + sms, "Madame, Monsieur,\n\n" + sms);
    }

    Orders with(AudienceKind newKind, @Nullable String newKey, String newPasted) {
        return new Orders(
                newKind,
                newKey,
                newPasted,
                channels,
                perHousehold,
                importance,
                texts,
                details,
                sender,
                emergency,
                sendAt);
    }

    Orders by(Channel first, Channel... more) {
        return new Orders(
                kind,
                key,
                pasted,
                EnumSet.of(first, more),
                perHousehold,
                importance,
                texts,
                details,
                sender,
                emergency,
                sendAt);
    }

    Orders oncePerHousehold() {
        return new Orders(kind, key, pasted, channels, true, importance, texts, details, sender, emergency, sendAt);
    }

    Orders informative() {
        return new Orders(
                kind,
                key,
                pasted,
                channels,
                perHousehold,
                Importance.INFORMATIVE,
                texts,
                details,
                sender,
                emergency,
                sendAt);
    }

    Orders saying(String sms) {
        var said = new HashMap<String, MessageTexts>();
        said.put("fr", texts(sms));
        return new Orders(
                kind, key, pasted, channels, perHousehold, importance, said, details, sender, emergency, sendAt);
    }

    Orders withoutDetails() {
        return new Orders(
                kind, key, pasted, channels, perHousehold, importance, texts, Map.of(), sender, emergency, sendAt);
    }

    Orders urgentBecause(String reason) {
        return new Orders(
                kind, key, pasted, channels, perHousehold, importance, texts, details, sender, reason, sendAt);
    }

    Orders from(String name) {
        return new Orders(
                kind, key, pasted, channels, perHousehold, importance, texts, details, name, emergency, sendAt);
    }

    Orders at(Instant moment) {
        return new Orders(
                kind, key, pasted, channels, perHousehold, importance, texts, details, sender, emergency, moment);
    }

    MailingOrder order() {
        return new MailingOrder(
                UUID.randomUUID().toString(),
                "Coupure d’eau",
                kind,
                key,
                pasted,
                new Ladder(channels, perHousehold, importance),
                texts,
                details,
                sender,
                emergency,
                sendAt);
    }
}
