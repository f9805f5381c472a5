package fr.allervers.inventory.photo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Finds what makes of a photo something else besides: a page, a program, an archive. */
final class Disguises {

    private static final List<byte[]> WORDS = List.of(
            "<html".getBytes(StandardCharsets.US_ASCII),
            "<script".getBytes(StandardCharsets.US_ASCII),
            "<svg".getBytes(StandardCharsets.US_ASCII),
            "<!doctype".getBytes(StandardCharsets.US_ASCII),
            "<?php".getBytes(StandardCharsets.US_ASCII),
            "<iframe".getBytes(StandardCharsets.US_ASCII),
            "%pdf-".getBytes(StandardCharsets.US_ASCII),
            new byte[] {'p', 'k', 3, 4},
            new byte[] {'p', 'k', 5, 6},
            "rar!".getBytes(StandardCharsets.US_ASCII),
            new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF},
            new byte[] {0x7F, 'e', 'l', 'f'});

    private Disguises() {}

    /**
     * Looks at a part of the file that does not hold pixels.
     *
     * @throws RefusedPhoto when it holds the beginning of something else
     */
    static void refuse(ByteBuffer file, int from, int to) throws RefusedPhoto {
        for (var at = from; at < to; at++) {
            var first = lower(file.get(at));
            for (var word : WORDS) {
                if (first == word[0] && begins(file, at, to, word)) {
                    throw new RefusedPhoto(PhotoRefusal.DISGUISED);
                }
            }
        }
    }

    private static boolean begins(ByteBuffer file, int at, int to, byte[] word) {
        if (at + word.length > to) {
            return false;
        }
        for (var i = 1; i < word.length; i++) {
            if (lower(file.get(at + i)) != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte lower(byte one) {
        return one >= 'A' && one <= 'Z' ? (byte) (one + 32) : one;
    }
}
