package fr.allervers.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list read by key, so that the thousandth costs what the first does.
 *
 * @param next the key after which the following page begins; none on the last page
 */
public record Slice<T>(List<T> items, @Nullable String next) {

    /**
     * The page of what was read with one row more than it shows.
     *
     * @param key of a row, after which the next page begins
     */
    public static <T> Slice<T> of(List<T> oneMore, int size, Function<? super T, String> key) {
        return oneMore.size() > size
                ? new Slice<>(List.copyOf(oneMore.subList(0, size)), key.apply(oneMore.get(size - 1)))
                : new Slice<>(oneMore, null);
    }

    /** The same page of something else. */
    public <S> Slice<S> with(List<S> others) {
        return new Slice<>(others, next);
    }
}
