import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;

/// Draws Quayside's sign, three crates above water, for the window and for packages: each size from the outline, with
/// the crates' edges on whole pixels, so that small ones are as crisp as large ones.
///
/// `java build-support/DrawIcon.java FOLDER` writes FOLDER/icon-16.png to icon-256.png.
public final class DrawIcon {
    private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256};
    /// The outline is on a grid of 16.
    private static final double GRID = 16;

    private static final Color CRATE = new Color(0x1f6feb);
    private static final Color FAR_CRATE = new Color(0x79b8ff);
    private static final Color WATER = new Color(0x388bfd);

    private DrawIcon() {}

    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        File folder = new File(arguments[0]);
        for (int size : SIZES) {
            ImageIO.write(draw(size), "png", new File(folder, "icon-" + size + ".png"));
        }
    }

    private static BufferedImage draw(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        double unit = size / GRID;
        crate(graphics, unit, 5, 1, CRATE);
        crate(graphics, unit, 1, 6, CRATE);
        crate(graphics, unit, 9, 6, FAR_CRATE);
        Path2D wave = new Path2D.Double();
        wave.moveTo(1 * unit, 13.6 * unit);
        for (double x = 1; x < 15; x += 7) {
            wave.curveTo((x + 1.7) * unit, 13.6 * unit, (x + 1.7) * unit, 12.2 * unit, (x + 3.5) * unit, 12.2 * unit);
            wave.curveTo((x + 5.2) * unit, 12.2 * unit, (x + 5.2) * unit, 13.6 * unit, (x + 7) * unit, 13.6 * unit);
        }
        graphics.setColor(WATER);
        graphics.setStroke(new BasicStroke((float) (1.4 * unit), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(wave);
        graphics.dispose();
        return image;
    }

    private static void crate(Graphics2D graphics, double unit, int x, int y, Color colour) {
        long left = Math.round(x * unit);
        long top = Math.round(y * unit);
        long right = Math.round((x + 6) * unit);
        long bottom = Math.round((y + 4) * unit);
        double corner = Math.max(1, Math.round(unit));
        graphics.setColor(colour);
        graphics.fill(new RoundRectangle2D.Double(left, top, right - left, bottom - top, 2 * corner, 2 * corner));
    }
}
