package fr.allervers.inventory.declaration;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the tenant says of an item. What is left out is not known yet.
 *
 * @param remark at most 1,000 characters
 * @param serial the meter's number, at most 40 characters
 * @param reading 0 or above
 * @param quantity of keys, 0 to 99
 */
public record ItemAnswer(
        @Nullable ItemState state,
        @Nullable String remark,
        @Nullable String serial,
        @Nullable BigDecimal reading,
        @Nullable Integer quantity) {}
