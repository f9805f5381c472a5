package fr.allervers.inventory.photo;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Photos for tests, made here: four corners of four colours, so that one sees how they are turned. */
public final class TestPhotos {

    public static final Color TOP_LEFT = Color.RED;
    public static final Color TOP_RIGHT = Color.GREEN;
    public static final Color BOTTOM_LEFT = Color.BLUE;
    public static final Color BOTTOM_RIGHT = Color.YELLOW;

    private TestPhotos() {}

    public static byte[] jpeg(int width, int height) {
        return written(corners(width, height), "jpg");
    }

    public static byte[] png(int width, int height) {
        return written(corners(width, height), "png");
    }

    /** A photo with as much detail as a camera's, so that it is as heavy as one. */
    public static byte[] detailed(int width, int height, long seed) {
        var image = corners(width, height);
        var random = new Random(seed);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                var noise = random.nextInt(24);
                image.setRGB(x, y, image.getRGB(x, y) ^ (noise << 16 | noise << 8 | noise));
            }
        }
        return written(image, "jpg");
    }

    /** The same photo with a note of how it is to be turned, and where it was taken. */
    public static byte[] turned(byte[] jpeg, int orientation) {
        // A TIFF block with one entry, 0x0112, a short.
        var tiff = ByteBuffer.allocate(26);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        tiff.putShort((short) orientation).putShort((short) 0).putInt(0);
        return withSegment(jpeg, 0xE1, concat("Exif\0\0".getBytes(StandardCharsets.US_ASCII), tiff.array()));
    }

    public static byte[] withComment(byte[] jpeg, String comment) {
        return withSegment(jpeg, 0xFE, comment.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        var head = new byte[] {
            jpeg[0], jpeg[1], (byte) 0xFF, (byte) marker, (byte) (content.length + 2 >> 8), (byte) (content.length + 2)
        };
        return concat(head, content, java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** A PNG's first chunk that claims this size, and nothing behind it. */
    public static byte[] claimedPng(int width, int height) {
        var header = ByteBuffer.allocate(17);
        header.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
        header.put(new byte[] {8, 2, 0, 0, 0});
        var crc = new CRC32();
        crc.update(header.array());
        return ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
                .putInt(13)
                .put(header.array())
                .putInt((int) crc.getValue())
                .array();
    }

    public static byte[] heic() {
        return concat(new byte[] {0, 0, 0, 24}, "ftypheic".getBytes(StandardCharsets.US_ASCII), new byte[400]);
    }

    public static byte[] concat(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (var part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Something like a photo of a room, for the demo: a wall, a floor, and a hole where it is damaged. */
    public static byte[] room(String room, String label, boolean damaged) {
        var image = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setPaint(new java.awt.GradientPaint(0, 0, new Color(0xE8E1D3), 1200, 900, new Color(0xC9BFA9)));
        pen.fillRect(0, 0, 1200, 640);
        pen.setPaint(new java.awt.GradientPaint(0, 640, new Color(0x9A7B4F), 0, 900, new Color(0x6E5635)));
        pen.fillRect(0, 640, 1200, 260);
        pen.setColor(new Color(0xF7F4EC));
        pen.fillRect(120 + Math.abs((room + label).hashCode()) % 400, 120, 320, 380);
        if (damaged) {
            pen.setColor(new Color(0x3A332A));
            pen.fillOval(760, 280, 150, 120);
        }
        pen.dispose();
        return written(image, "jpg");
    }

    private static BufferedImage corners(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        paint(pen, TOP_LEFT, 0, 0, width, height);
        paint(pen, TOP_RIGHT, width / 2, 0, width, height);
        paint(pen, BOTTOM_LEFT, 0, height / 2, width, height);
        paint(pen, BOTTOM_RIGHT, width / 2, height / 2, width, height);
        pen.dispose();
        return image;
    }

    private static void paint(java.awt.Graphics2D pen, Color color, int x, int y, int width, int height) {
        pen.setColor(color);
        pen.fillRect(x, y, width, height);
    }

    private static byte[] written(BufferedImage image, String format) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
