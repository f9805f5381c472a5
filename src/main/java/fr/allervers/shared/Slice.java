package fr.allervers.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list read by key, so that the thousandth costs what the first does.
 *
 * @param next the key after which the following page begins; none on the last page
 */
public record Slice<T>(List<T> items, @Nullable String next) {}
