package fr.allervers.allocation.minutes;

import fr.allervers.allocation.ballot.BallotRows;
import fr.allervers.allocation.ballot.BallotText;
import fr.allervers.allocation.ballot.ChainRows;
import fr.allervers.allocation.ballot.Decisions;
import fr.allervers.allocation.ballot.Dossier;
import fr.allervers.allocation.ballot.ElectorRow;
import fr.allervers.allocation.ballot.ElectorRows;
import fr.allervers.allocation.ballot.VoteResults;
import fr.allervers.allocation.ballot.Voting;
import fr.allervers.allocation.committee.CommitteeRules;
import fr.allervers.allocation.session.AllocationSession;
import fr.allervers.allocation.session.Attendance;
import fr.allervers.allocation.session.Convened;
import fr.allervers.allocation.session.ConvenedRows;
import fr.allervers.allocation.session.ItemRows;
import fr.allervers.allocation.session.ItemState;
import fr.allervers.allocation.session.SessionDiary;
import fr.allervers.allocation.session.SessionItem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All that the minutes of a session say, as the tree that is sealed. Its format is described in docs/allocation-minutes.md. */
@Component
class MinutesContent {

    static final String FORMAT = "allervers-minutes-1";
    private static final String LEGAL_BASIS =
            "CCH art. L441-2 et R441-9 ; ordonnance no 2014-1329 et décret no 2014-1627 ; règlement intérieur";

    private final ItemRows items;
    private final ConvenedRows convened;
    private final Attendance attendance;
    private final SessionDiary diary;
    private final ElectorRows electors;
    private final BallotRows ballots;
    private final ChainRows chain;
    private final VoteResults results;
    private final Voting voting;
    private final Clock clock;

    MinutesContent(
            ItemRows items,
            ConvenedRows convened,
            Attendance attendance,
            SessionDiary diary,
            ElectorRows electors,
            BallotRows ballots,
            ChainRows chain,
            VoteResults results,
            Voting voting,
            Clock clock) {
        this.items = items;
        this.convened = convened;
        this.attendance = attendance;
        this.diary = diary;
        this.electors = electors;
        this.ballots = ballots;
        this.chain = chain;
        this.results = results;
        this.voting = voting;
        this.clock = clock;
    }

    Map<String, @Nullable Object> of(AllocationSession session, CommitteeRules rules, String signer, Instant at) {
        var members = convened.of(session.id());
        var map = new HashMap<String, @Nullable Object>();
        map.put("format", FORMAT);
        map.put("session", session(session, members));
        map.put("rules", rules(rules));
        map.put("members", members.stream().map(MinutesContent::member).toList());
        map.put(
                "attendance",
                attendance.of(session.id()).stream().map(MinutesContent::stay).toList());
        map.put(
                "events",
                diary.of(session.id()).stream().map(MinutesContent::event).toList());
        map.put(
                "items",
                items.of(session.id()).stream()
                        .map(item -> item(item, session, rules))
                        .toList());
        map.put("signature", Map.of("by", signer, "at", at));
        return map;
    }

    private Map<String, @Nullable Object> session(AllocationSession session, List<Convened> members) {
        var map = new HashMap<String, @Nullable Object>();
        map.put("id", session.id());
        map.put("name", session.name());
        map.put("mode", session.mode());
        map.put("legalBasis", LEGAL_BASIS);
        map.put("zone", clock.getZone());
        map.put("startsAt", session.startsAt());
        map.put("convenedAt", session.convenedAt());
        map.put("openedAt", session.openedAt());
        map.put("closedAt", session.closedAt());
        map.put("president", session.presidentId());
        map.put(
                "presidentName",
                members.stream()
                        .filter(member -> member.memberId() == session.presidentId())
                        .map(Convened::name)
                        .findFirst()
                        .orElse(""));
        return map;
    }

    private static Map<String, @Nullable Object> rules(CommitteeRules rules) {
        var map = new HashMap<String, @Nullable Object>();
        map.put("version", rules.versionNo());
        map.put("adoptedOn", rules.adoptedOn());
        map.put("quorumMembers", rules.quorumMembers());
        map.put("debateHours", rules.debateHours());
        map.put("voteHours", rules.voteHours());
        map.put("liveVoteMinutes", rules.liveVoteMinutes());
        map.put("mandates", rules.mandates());
        map.put("mayorAbsent", rules.mayorAbsent());
        map.put("conditionDays", rules.conditionDays());
        return map;
    }

    private static Map<String, @Nullable Object> member(Convened member) {
        var map = new HashMap<String, @Nullable Object>();
        map.put("member", member.memberId());
        map.put("name", member.name());
        map.put("capacity", member.capacity());
        map.put("deliberative", member.capacity().deliberative());
        map.put("substituteOf", member.substituteOf());
        map.put("replacedBy", member.replacedBy());
        map.put("mandateTo", member.mandateTo());
        return map;
    }

    private static Map<String, @Nullable Object> stay(Attendance.Stay stay) {
        var map = new HashMap<String, @Nullable Object>();
        map.put("member", stay.memberId());
        map.put("from", stay.arrivedAt());
        map.put("until", stay.leftAt());
        map.put("how", stay.how());
        return map;
    }

    private static Map<String, @Nullable Object> event(SessionDiary.Event event) {
        var map = new HashMap<String, @Nullable Object>();
        map.put("at", event.at());
        map.put("kind", event.kind());
        map.put("by", event.byName());
        map.put("item", event.itemId());
        map.put("words", event.words().isEmpty() ? null : event.words());
        return map;
    }

    private Map<String, @Nullable Object> item(SessionItem item, AllocationSession session, CommitteeRules rules) {
        var map = new HashMap<String, @Nullable Object>();
        map.put("item", item.id());
        map.put("position", item.position());
        map.put("state", item.state());
        map.put("title", item.title());
        map.put("debateFrom", item.debateFrom());
        map.put("debateUntil", item.debateUntil());
        map.put("voteFrom", item.voteFrom());
        map.put("voteUntil", item.voteUntil());
        map.put("closedAt", item.closedAt());
        map.put("extended", item.extended());
        map.put("signedAt", item.signedAt());
        map.put("signedBy", item.signedBy());
        if (item.dossier() != null) {
            vote(map, item, session, rules, item.dossier());
        }
        return map;
    }

    private void vote(
            Map<String, @Nullable Object> map,
            SessionItem item,
            AllocationSession session,
            CommitteeRules rules,
            String dossier) {
        map.put("dossier", BallotText.plain(BallotText.tree(dossier)));
        map.put(
                "electors",
                electors.of(item.id()).stream().map(MinutesContent::elector).toList());
        map.put("vote", BallotText.vote(results.vote(item, session, rules)));
        map.put(
                "chain",
                chain.of(item.id()).stream()
                        .map(entry -> Map.of("seq", entry.seq(), "content", entry.content(), "hash", entry.hash()))
                        .toList());
        map.put(
                "ballots",
                ballots.of(item.id()).stream().map(MinutesContent::ballot).toList());
        map.put(
                "refused",
                voting.refused(item.id()).stream()
                        .map(one -> Map.of("name", one.name(), "at", one.at(), "reason", one.reason()))
                        .toList());
        var outcome = results.of(item, session, rules);
        map.put("count", OutcomeText.of(outcome));
        if (item.state() == ItemState.DECIDED && item.signedAt() != null) {
            map.put(
                    "decisions",
                    OutcomeText.decisions(Decisions.of(
                            outcome, LocalDate.ofInstant(item.signedAt(), clock.getZone()), rules.conditionDays())));
        }
        map.put("candidates", Dossier.read(dossier).lines().size());
    }

    private static Map<String, @Nullable Object> elector(ElectorRow elector) {
        var map = new HashMap<String, @Nullable Object>();
        map.put("voter", elector.voterId());
        map.put("name", elector.name());
        map.put("capacity", elector.capacity());
        map.put("deliberative", elector.deliberative());
        map.put("mandateTo", elector.mandateTo());
        map.put("present", elector.present());
        map.put("recusedAt", elector.recusedAt());
        map.put("recusalReason", elector.recusalReason());
        return map;
    }

    private static Map<String, @Nullable Object> ballot(BallotRows.Kept kept) {
        var map = new HashMap<String, @Nullable Object>();
        map.put("voter", kept.voterId());
        map.put("castBy", kept.castBy());
        map.put("at", kept.castAt());
        map.put("revision", kept.revision());
        map.put("marks", BallotText.plain(BallotText.tree(kept.marks())));
        return map;
    }
}
