package fr.allervers.rights;

import fr.allervers.rights.Knock.Answer;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.People;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Knocks at a door as nobody, as people of another agency, with things of two agencies at once, and as who works where the things are. */
final class Visit {

    /**
     * The least guarded answer that each of them got.
     *
     * @param elsewhere people of another agency with a role of the door's
     * @param others those with any other role
     * @param mixed who works for one agency and names one thing of it and one of another's; none where it is told of one
     * @param home who works there
     * @param speaksOfTheirs whether somebody of another agency was told of the tenant, by a list nobody either
     */
    record Answers(
            boolean isOfAThing,
            Answer nobody,
            Answer elsewhere,
            @Nullable Answer others,
            @Nullable Answer mixed,
            Answer home,
            boolean speaksOfTheirs) {

        /** It keeps people of other agencies out, and would not without its reason: somebody who works there comes further. */
        boolean isGuarded() {
            return Stream.of(elsewhere, others == null ? elsewhere : others)
                            .allMatch(answer -> answer.isGuarded() && answer.compareTo(home) < 0)
                    && mixed != Answer.OPEN;
        }

        boolean isOpen() {
            return elsewhere == Answer.OPEN || others == Answer.OPEN;
        }

        String words() {
            return isOfAThing
                    ? String.join(" | ", nobody.word(), elsewhere.word(), word(others), word(mixed), home.word())
                    // What is given to nobody then depends on what there is.
                    : nobody == Answer.REFUSED ? "refused" : "not asked";
        }

        private static String word(@Nullable Answer answer) {
            return answer == null ? "-" : answer.word();
        }
    }

    private final Knock knock;
    private final People people;
    private final ThingsOfAnAgency theirs;
    private final ThingsOfAnAgency ours;
    private final Map<Role, StaffMember> strangers;

    Visit(Knock knock, People people, ThingsOfAnAgency theirs, ThingsOfAnAgency ours, long elsewhere) {
        this.knock = knock;
        this.people = people;
        this.theirs = theirs;
        this.ours = ours;
        strangers = Arrays.stream(Role.values())
                .collect(Collectors.toMap(Function.identity(), role -> people.somebodyOf(elsewhere, role)));
    }

    Answers to(Door door) {
        var heard = new ArrayList<String>();
        people.signOut();
        var nobody = ask(door, one -> theirs, heard);
        var things = door.things(theirs);
        var worker = ours.people().get(0);
        if (things.isEmpty()) {
            as(worker, door, one -> theirs, heard);
            return new Answers(false, nobody, nobody, null, null, nobody, isSaid(heard));
        }
        // What nobody is told, the application's own work is told too; no page comes so far without a sign-in.
        heard.clear();
        var roles = door.roles();
        var elsewhere = new ArrayList<Answer>();
        var others = new ArrayList<Answer>();
        strangers.forEach((role, person) ->
                (roles.contains(role) ? elsewhere : others).add(as(person, door, one -> theirs, heard)));
        elsewhere.add(as(worker, door, one -> theirs, heard));
        var mixed = new ArrayList<Answer>();
        // A session is never told apart from its item.
        var numbered = things.stream()
                .filter(one -> theirs.record(one.getType()).isEmpty())
                .toList();
        if (numbered.size() > 1) {
            numbered.forEach(one -> mixed.add(as(worker, door, other -> other.equals(one) ? theirs : ours, heard)));
        }
        var home = new ArrayList<Answer>();
        ours.people().forEach(person -> home.add(as(person, door, one -> ours, new ArrayList<>())));
        return new Answers(
                true,
                nobody,
                Collections.max(elsewhere),
                others.isEmpty() ? null : Collections.max(others),
                mixed.isEmpty() ? null : Collections.max(mixed),
                Collections.max(home),
                isSaid(heard));
    }

    private Answer as(StaffMember person, Door door, Function<Parameter, ThingsOfAnAgency> things, List<String> heard) {
        people.signIn(person);
        return ask(door, things, heard);
    }

    private Answer ask(Door door, Function<Parameter, ThingsOfAnAgency> things, List<String> heard) {
        var outcome = knock.at(door, things);
        heard.add(outcome.shown());
        return outcome.answer();
    }

    private boolean isSaid(List<String> heard) {
        return heard.stream().anyMatch(theirs::areIn);
    }
}
