package fr.allervers.inventory.photo;

import java.nio.ByteBuffer;

/** Walks a PNG from chunk to chunk, without decoding it. */
final class PngShape {

    private static final int HEADER = 0x49484452;
    private static final int DATA = 0x49444154;
    private static final int END = 0x49454E44;

    private PngShape() {}

    /**
     * @return its size, and the place behind its last byte
     * @throws RefusedPhoto when it is broken, or other than a photo where words stand
     */
    static JpegShape.Shape read(ByteBuffer file) throws RefusedPhoto {
        if (file.limit() < 33 || file.getInt(12) != HEADER) {
            throw new RefusedPhoto(PhotoRefusal.BROKEN);
        }
        var width = file.getInt(16);
        var height = file.getInt(20);
        if (width <= 0 || height <= 0) {
            throw new RefusedPhoto(PhotoRefusal.BROKEN);
        }
        var at = 8L;
        while (at + 12 <= file.limit()) {
            var length = file.getInt((int) at) & 0xFFFFFFFFL;
            var type = file.getInt((int) at + 4);
            var next = at + 12 + length;
            if (next > file.limit()) {
                break;
            }
            if (type == END) {
                return new JpegShape.Shape(width, height, (int) next);
            }
            if (type != DATA && type != HEADER) {
                Disguises.refuse(file, (int) at + 8, (int) (at + 8 + length));
            }
            at = next;
        }
        // A size that no photo has is told first: such a file is often cut short besides.
        return new JpegShape.Shape(width, height, -1);
    }
}
