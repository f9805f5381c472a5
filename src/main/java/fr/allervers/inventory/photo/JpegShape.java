package fr.allervers.inventory.photo;

import java.nio.ByteBuffer;

/** Walks a JPEG from marker to marker, without decoding it: it must begin, have one size and end. */
final class JpegShape {

    private static final int END = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    /** Each scan of a progressive photo is a pass over the whole of it. */
    private static final int MOST_SCANS = 60;

    private final ByteBuffer file;
    private int width;
    private int height;
    private int scans;
    private int end = -1;

    private JpegShape(ByteBuffer file) {
        this.file = file;
    }

    record Shape(int width, int height, int end) {}

    /**
     * @return its size, and the place behind its last byte
     * @throws RefusedPhoto when it is broken, or other than a photo where words and notes stand
     */
    static Shape read(ByteBuffer file) throws RefusedPhoto {
        var shape = new JpegShape(file);
        shape.walk();
        if (shape.width <= 0 || shape.height <= 0 || shape.scans == 0 || shape.end < 0) {
            throw new RefusedPhoto(PhotoRefusal.BROKEN);
        }
        return new Shape(shape.width, shape.height, shape.end);
    }

    private void walk() throws RefusedPhoto {
        var at = 2;
        while (at + 4 <= file.limit()) {
            if (unsigned(at) != 0xFF) {
                throw new RefusedPhoto(PhotoRefusal.BROKEN);
            }
            var marker = unsigned(at + 1);
            if (marker == 0xFF) {
                at++;
                continue;
            }
            var length = unsigned(at + 2) << 8 | unsigned(at + 3);
            if (length < 2 || at + 2 + length > file.limit()) {
                throw new RefusedPhoto(PhotoRefusal.BROKEN);
            }
            segment(marker, at + 4, at + 2 + length);
            at += 2 + length;
            if (marker == START_OF_SCAN) {
                at = behindScan(at);
                if (end >= 0) {
                    return;
                }
            }
        }
    }

    private void segment(int marker, int from, int to) throws RefusedPhoto {
        if (isFrame(marker) && to - from >= 6) {
            height = unsigned(from + 1) << 8 | unsigned(from + 2);
            width = unsigned(from + 3) << 8 | unsigned(from + 4);
        } else if (marker == START_OF_SCAN) {
            if (++scans > MOST_SCANS) {
                throw new RefusedPhoto(PhotoRefusal.BROKEN);
            }
        } else if (marker >= 0xE0) {
            Disguises.refuse(file, from, to);
        }
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /** The next marker behind the coded pixels, in which FF is followed by 0 or by a restart. */
    private int behindScan(int from) {
        for (var at = from; at + 1 < file.limit(); at++) {
            if (unsigned(at) != 0xFF) {
                continue;
            }
            var next = unsigned(at + 1);
            if (next == END) {
                end = at + 2;
                return at;
            }
            if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
                return at;
            }
        }
        return file.limit();
    }

    private int unsigned(int at) {
        return file.get(at) & 0xFF;
    }
}
