package fr.allervers.rights;

import fr.allervers.staff.SignedIn;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.CaseRef;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/** What a door is called with: things that there are, by the names that it gives their numbers, and else any value of the type. */
final class Arguments {

    private static final byte[] FILE = "%PDF-1.4 a page".getBytes(StandardCharsets.US_ASCII);

    /** A number that nothing has. */
    private static final long NO_THING = 999_999_999;

    private final Clock clock;

    Arguments(Clock clock) {
        this.clock = clock;
    }

    /**
     * A value for each parameter.
     *
     * @param things whose each of them is
     * @param told takes what the door tells line by line
     */
    @Nullable
    Object[] of(Method method, Function<Parameter, ThingsOfAnAgency> things, Consumer<Object> told) {
        return Arrays.stream(method.getParameters())
                .map(parameter -> parameter.getType() == Consumer.class
                        ? told
                        : new Values(Door.path(method), things.apply(parameter)).of(parameter))
                .toArray();
    }

    private final class Values {

        private final String where;
        private final ThingsOfAnAgency things;

        Values(String where, ThingsOfAnAgency things) {
            this.where = where;
            this.things = things;
        }

        @Nullable
        Object of(Parameter parameter) {
            return value(
                    parameter.getName(),
                    parameter.getType(),
                    parameter.getParameterizedType(),
                    isNullable(parameter.getAnnotatedType()));
        }

        private @Nullable Object of(RecordComponent part) {
            return part.getType() == boolean.class
                    ? false
                    : value(part.getName(), part.getType(), part.getGenericType(), isNullable(part.getAnnotatedType()));
        }

        private @Nullable Object value(String name, Class<?> type, Type whole, boolean nullable) {
            if (type == long.class || type == Long.class) {
                var none = name.endsWith("id") || name.endsWith("Id") ? NO_THING : 1L;
                return things.number(where, name).orElse(nullable ? null : none);
            }
            if (type == CaseRef.class) {
                return things.caseFor(where);
            }
            if (type == String.class && (!nullable || name.equals("words"))) {
                return text(name);
            }
            if (type == StaffMember.class) {
                return signedIn();
            }
            if (Collection.class.isAssignableFrom(type)) {
                return some(name, type, whole);
            }
            var known = things.record(type);
            if (known.isPresent()) {
                return known.get();
            }
            return nullable ? null : type.isRecord() ? record(type) : plain(name, type);
        }

        private String text(String name) {
            return switch (name) {
                case "taskId" -> things.task();
                case "key", "submission", "idempotencyKey" -> UUID.randomUUID().toString();
                case "fileName", "name" -> "page.pdf";
                case "source" -> "NEIGHBOUR";
                default -> things.words();
            };
        }

        private Collection<?> some(String name, Class<?> type, Type whole) {
            var of = whole instanceof ParameterizedType some ? some.getActualTypeArguments()[0] : Object.class;
            Object one = null;
            if (of == Long.class) {
                one = things.number(where, name).orElse(null);
            } else if (name.equals("taskIds")) {
                one = things.task();
            } else if (of instanceof Class<?> part && part.isRecord()) {
                one = things.record(part).orElseGet(() -> record(part));
            }
            var all = one == null ? List.of() : List.of(one);
            return type == Set.class ? Set.copyOf(all) : all;
        }

        private @Nullable Object plain(String name, Class<?> type) {
            if (type == Map.class) {
                return name.equals("wanted")
                        ? Map.of(things.number(where, "itemId").orElseThrow(), things.words())
                        : Map.of();
            }
            if (type == LocalDate.class) {
                return LocalDate.now(clock).plusDays(name.equals("until") ? 7 : 0);
            }
            if (type == Instant.class) {
                return clock.instant();
            }
            if (type == int.class || type == Integer.class) {
                return 1;
            }
            if (type == boolean.class || type == Boolean.class) {
                return true;
            }
            if (type == BigDecimal.class) {
                return BigDecimal.ONE;
            }
            if (type == UUID.class) {
                return UUID.randomUUID();
            }
            if (type == InputStream.class) {
                return new ByteArrayInputStream(FILE);
            }
            if (type.isArray()) {
                return Array.newInstance(type.getComponentType(), 0);
            }
            return type.isEnum() ? type.getEnumConstants()[0] : null;
        }

        private @Nullable Object record(Class<?> type) {
            try {
                var parts = type.getRecordComponents();
                var constructor = type.getDeclaredConstructor(
                        Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
                constructor.setAccessible(true);
                return constructor.newInstance(
                        Arrays.stream(parts).map(this::of).toArray());
            } catch (ReflectiveOperationException e) {
                // It checks itself: none stands for it.
                return null;
            }
        }
    }

    private static boolean isNullable(AnnotatedElement type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object signedIn() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof SignedIn person ? person.staffMember() : null;
    }
}
