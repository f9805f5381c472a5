package fr.allervers.rights;

import fr.allervers.shared.Slice;
import fr.allervers.shared.web.UserError;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.support.TransactionTemplate;

/** Calls a door as whoever is signed in, in a transaction that leaves nothing behind. */
final class Knock {

    /** What came of it. */
    enum Answer {
        /** It says that it is not theirs, or that there is no such thing. */
        REFUSED,
        /** What was sent was found wanting first. */
        STOPPED,
        /** There is nothing for them. */
        NOTHING,
        OPEN
    }

    private final ApplicationContext context;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Knock(ApplicationContext context, TransactionTemplate transactions, Clock clock) {
        this.context = context;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param ids the number that a parameter asks for; none is that of nothing */
    Answer at(Door door, Function<Parameter, Optional<Long>> ids) {
        var answer = transactions.execute(status -> {
            status.setRollbackOnly();
            return ask(door, ids);
        });
        return answer == null ? Answer.NOTHING : answer;
    }

    private Answer ask(Door door, Function<Parameter, Optional<Long>> ids) {
        var arguments = Arrays.stream(door.method().getParameters())
                .map(parameter -> ids.apply(parameter)
                        .<@Nullable Object>map(id -> id)
                        .orElseGet(() -> something(parameter.getType())))
                .toArray();
        try {
            var given = door.method().invoke(context.getBean(door.method().getDeclaringClass()), arguments);
            return isNothing(given) && door.method().getReturnType() != void.class ? Answer.NOTHING : Answer.OPEN;
        } catch (InvocationTargetException e) {
            return refused(e.getCause()) ? Answer.REFUSED : Answer.STOPPED;
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw new IllegalStateException(door.toString(), e);
        }
    }

    private static boolean refused(Throwable why) {
        return why instanceof AccessDeniedException
                || why instanceof AuthenticationException
                || why instanceof UserError error
                        && Set.of(403, 404).contains(error.status().value());
    }

    private static boolean isNothing(@Nullable Object given) {
        return given == null
                || given instanceof Optional<?> one && one.isEmpty()
                || given instanceof Collection<?> some && some.isEmpty()
                || given instanceof Map<?, ?> some && some.isEmpty()
                || given instanceof Slice<?> page && page.items().isEmpty()
                || Boolean.FALSE.equals(given);
    }

    /** A value of the type that may stand for one that was sent. */
    private @Nullable Object something(Class<?> type) {
        if (type == long.class || type == Long.class) {
            return 999_999_999L;
        }
        if (type == int.class || type == Integer.class) {
            return 1;
        }
        if (type == boolean.class || type == Boolean.class) {
            return false;
        }
        if (type == String.class) {
            return "texte";
        }
        if (type == LocalDate.class) {
            return LocalDate.now(clock);
        }
        if (type == Instant.class) {
            return clock.instant();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isArray()) {
            return Array.newInstance(type.getComponentType(), 0);
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (type == Set.class) {
            return Set.of();
        }
        if (type == List.class || type == Collection.class) {
            return List.of();
        }
        if (type == InputStream.class) {
            return InputStream.nullInputStream();
        }
        return type.isRecord() ? record(type) : null;
    }

    private @Nullable Object record(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(constructor.getParameterTypes())
                    .map(this::something)
                    .toArray());
        } catch (ReflectiveOperationException e) {
            // It checks itself: none stands for it.
            return null;
        }
    }
}
