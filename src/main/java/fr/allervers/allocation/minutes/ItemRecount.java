package fr.allervers.allocation.minutes;

import com.fasterxml.jackson.databind.JsonNode;
import fr.allervers.allocation.ballot.BallotText;
import fr.allervers.allocation.ballot.Canonical;
import fr.allervers.allocation.ballot.Decisions;
import fr.allervers.allocation.ballot.VoteChain;
import fr.allervers.allocation.count.Ballot;
import fr.allervers.allocation.count.Count;
import fr.allervers.allocation.count.Elector;
import fr.allervers.allocation.count.Vote;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One item of the minutes, looked at from its chain up to its decisions. */
final class ItemRecount {

    private final JsonNode minutes;
    private final JsonNode item;
    private final String name;
    private final List<String> faults;

    private ItemRecount(JsonNode minutes, JsonNode item, List<String> faults) {
        this.minutes = minutes;
        this.item = item;
        this.name = "point " + item.path("position").asInt() + " : ";
        this.faults = faults;
    }

    static void check(JsonNode minutes, JsonNode item, List<String> checked, List<String> faults) {
        var position = "point " + item.path("position").asInt() + " : ";
        if (!item.has("chain")) {
            checked.add(position + "sans vote (" + item.path("state").asText() + ")");
            if (item.has("decisions")) {
                faults.add(position + "des décisions sans vote");
            }
            return;
        }
        var before = faults.size();
        new ItemRecount(minutes, item, faults).check();
        if (faults.size() == before) {
            checked.add(position + "chaîne de " + item.path("chain").size() + " inscriptions, "
                    + item.path("ballots").size() + " bulletins, quorum, départage et décision");
        }
    }

    private void check() {
        var entries = new ArrayList<VoteChain.Entry>();
        item.path("chain")
                .forEach(one -> entries.add(new VoteChain.Entry(
                        one.path("seq").asInt(),
                        one.path("content").asText(),
                        one.path("hash").asText())));
        var reading = VoteChain.read(item.path("item").asLong(), entries);
        reading.faults().forEach(fault -> faults.add(name + "chaîne, " + fault));
        if (entries.isEmpty() || !reading.closed()) {
            faults.add(name + "le vote n’est pas clos dans la chaîne");
        }
        var ballots = new ArrayList<Ballot>();
        item.path("ballots").forEach(one -> ballots.add(BallotText.ballot(one)));
        same("les bulletins ne sont pas ceux de la chaîne", sorted(reading.ballots()), sorted(ballots));
        var vote = BallotText.vote(item.path("vote"));
        if (!entries.isEmpty()) {
            frozen(vote, BallotText.tree(entries.get(0).content()).path("vote"), reading.recused());
        }
        electorate(vote);
        var outcome = Count.of(vote, ballots);
        same("le décompte n’est pas celui des bulletins", text(OutcomeText.of(outcome)), text(item.path("count")));
        decisions(outcome);
    }

    /** Nothing but recusals and presence has changed since the opening. */
    private void frozen(Vote vote, JsonNode opened, Set<Long> recusedLater) {
        var first = BallotText.vote(opened);
        same("les candidats ont changé depuis l’ouverture", first.contenders(), vote.contenders());
        same("le quorum a changé depuis l’ouverture", first.quorum(), vote.quorum());
        same(
                "la voix prépondérante a changé depuis l’ouverture",
                first.mayor() + "/" + first.instead(),
                vote.mayor() + "/" + vote.instead());
        same("les votants ont changé depuis l’ouverture", voters(first, false), voters(vote, false));
        var recused = voters(first, true);
        recused.addAll(recusedLater);
        same("les déports ne sont pas ceux de la chaîne", recused, voters(vote, true));
        var written = "WRITTEN".equals(minutes.path("session").path("mode").asText());
        same(
                "le quorum n’est pas celui du règlement",
                minutes.path("rules").path("quorumMembers").asInt() + "/" + written,
                vote.quorum().members() + "/" + vote.quorum().written());
    }

    /** The list of electors and the attendance say the same as what was counted. */
    private void electorate(Vote vote) {
        Set<String> listed = new TreeSet<>();
        item.path("electors").forEach(one -> {
            if (one.path("deliberative").asBoolean()) {
                listed.add(one.path("voter").asLong() + "/" + one.has("recusedAt") + "/"
                        + one.path("present").asBoolean());
            }
        });
        Set<String> counted = vote.electors().stream()
                .map(one -> one.voterId() + "/" + one.recused() + "/" + one.present())
                .collect(Collectors.toCollection(TreeSet::new));
        same("la liste des votants n’est pas celle du décompte", listed, counted);
        if (vote.quorum().written() || !item.has("closedAt")) {
            return;
        }
        for (var elector : vote.electors()) {
            if (elector.present() && !wasHere(elector.voterId())) {
                faults.add(name + "un votant compté présent n’est pas dans les présences");
            }
        }
    }

    private boolean wasHere(long member) {
        var from = Instant.parse(item.path("voteFrom").asText());
        var until = Instant.parse(item.path("closedAt").asText());
        for (var stay : minutes.path("attendance")) {
            if (stay.path("member").asLong() == member
                    && !Instant.parse(stay.path("from").asText()).isAfter(until)
                    && (!stay.has("until")
                            || !Instant.parse(stay.path("until").asText()).isBefore(from))) {
                return true;
            }
        }
        return false;
    }

    private void decisions(fr.allervers.allocation.count.Outcome outcome) {
        var decided = "DECIDED".equals(item.path("state").asText());
        if (!decided) {
            if (item.has("decisions")) {
                faults.add(name + "des décisions pour un point qui n’est pas décidé");
            }
            return;
        }
        if (!outcome.decided()) {
            faults.add(name + "décidé sans quorum");
        }
        var zone = ZoneId.of(minutes.path("session").path("zone").asText());
        var on = LocalDate.ofInstant(Instant.parse(item.path("signedAt").asText()), zone);
        var ours = Decisions.of(
                outcome, on, minutes.path("rules").path("conditionDays").asInt());
        same(
                "les décisions ne sont pas celles des bulletins",
                Canonical.write(OutcomeText.decisions(ours)),
                text(item.path("decisions")));
    }

    private static Set<Long> voters(Vote vote, boolean recusedOnly) {
        return vote.electors().stream()
                .filter(one -> !recusedOnly || one.recused())
                .map(Elector::voterId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Ballot> sorted(List<Ballot> ballots) {
        return ballots.stream()
                .sorted(Comparator.comparingLong(Ballot::voterId))
                .toList();
    }

    private static String text(Object tree) {
        return Canonical.write(tree);
    }

    private static String text(JsonNode node) {
        return Canonical.write(BallotText.plain(node));
    }

    private void same(String fault, Object one, Object other) {
        if (!one.equals(other)) {
            faults.add(name + fault);
        }
    }
}
