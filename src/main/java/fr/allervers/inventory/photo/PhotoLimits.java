package fr.allervers.inventory.photo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is taken, looked at before anything is decoded.
 *
 * @param mostBytes of one photo
 * @param mostPixels of one photo
 * @param mostPerItem photos of one item
 * @param mostPerInventory photos of one inventory
 * @param decodedAtOnce photos that are decoded at the same time on this node: it bounds the memory
 */
@ConfigurationProperties("allervers.inventories.photos")
record PhotoLimits(
        @DefaultValue("15728640") long mostBytes,
        @DefaultValue("64000000") long mostPixels,
        @DefaultValue("12") int mostPerItem,
        @DefaultValue("300") int mostPerInventory,
        @DefaultValue("3") int decodedAtOnce) {}
