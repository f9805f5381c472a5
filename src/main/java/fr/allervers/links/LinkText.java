package fr.allervers.links;

import java.util.regex.Pattern;

/** Texts that were sent with a link in them, as others than their receiver may read them. */
public final class LinkText {

    private static final Pattern SECRET = Pattern.compile("/l/[A-Za-z0-9_-]{43}");

    private static final String MASK = "/l/…";

    private LinkText() {}

    /** Whether the secret of a link stands in the text. */
    public static boolean holdsSecret(String text) {
        return SECRET.matcher(text).find();
    }

    /** Whether the text once held one. */
    public static boolean isMasked(String text) {
        return text.contains(MASK);
    }

    /** The text with «…» instead of the secret of each link: who reads it later must not be able to open it. */
    public static String masked(String text) {
        return SECRET.matcher(text).replaceAll(MASK);
    }
}
