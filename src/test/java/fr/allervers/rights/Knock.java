package fr.allervers.rights;

import fr.allervers.outreach.calling.CallNoLongerYours;
import fr.allervers.shared.Slice;
import fr.allervers.shared.web.UserError;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.support.TransactionTemplate;

/** Calls a door as whoever is signed in, in a transaction that leaves nothing behind. */
final class Knock {

    /** What came of it, the most guarded first. */
    enum Answer {
        /** It says that it is not theirs. */
        REFUSED,
        /** There is nothing for them, or no such thing. */
        NOTHING,
        /** What was sent was found wanting: it may not have come to who asks. */
        WANTING,
        OPEN;

        boolean isGuarded() {
            return this == REFUSED || this == NOTHING;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What came of one call.
     *
     * @param shown all that was given back
     */
    record Outcome(Answer answer, String shown) {}

    private final ApplicationContext context;
    private final TransactionTemplate transactions;
    private final Arguments arguments;

    Knock(ApplicationContext context, TransactionTemplate transactions, Arguments arguments) {
        this.context = context;
        this.transactions = transactions;
        this.arguments = arguments;
    }

    /** @param things whose each parameter is told */
    Outcome at(Door door, Function<Parameter, ThingsOfAnAgency> things) {
        var outcome = transactions.execute(status -> {
            status.setRollbackOnly();
            return ask(door, things);
        });
        return outcome == null ? new Outcome(Answer.NOTHING, "") : outcome;
    }

    private Outcome ask(Door door, Function<Parameter, ThingsOfAnAgency> things) {
        var method = door.method();
        var told = new ArrayList<Object>();
        try {
            var given =
                    method.invoke(context.getBean(method.getDeclaringClass()), arguments.of(method, things, told::add));
            if (given instanceof UserError error) {
                return new Outcome(answer(error), "");
            }
            var nothing = door.isTold() ? told.isEmpty() : method.getReturnType() != void.class && isNothing(given);
            return new Outcome(nothing ? Answer.NOTHING : Answer.OPEN, String.valueOf(given) + told);
        } catch (InvocationTargetException e) {
            return new Outcome(answer(e.getCause()), "");
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw new IllegalStateException(door.toString(), e);
        }
    }

    private static Answer answer(Throwable why) {
        if (why instanceof AccessDeniedException
                || why instanceof AuthenticationException
                || why instanceof CallNoLongerYours) {
            return Answer.REFUSED;
        }
        if (!(why instanceof UserError error)) {
            return Answer.WANTING;
        }
        return error.status() == HttpStatus.FORBIDDEN
                ? Answer.REFUSED
                : error.status() == HttpStatus.NOT_FOUND ? Answer.NOTHING : Answer.WANTING;
    }

    private static boolean isNothing(@Nullable Object given) {
        return given == null
                || given instanceof Optional<?> one && one.isEmpty()
                || given instanceof Collection<?> some && some.isEmpty()
                || given instanceof Map<?, ?> some && some.isEmpty()
                || given instanceof Slice<?> page && page.items().isEmpty()
                || given instanceof Number count && count.longValue() == 0
                || Boolean.FALSE.equals(given);
    }
}
