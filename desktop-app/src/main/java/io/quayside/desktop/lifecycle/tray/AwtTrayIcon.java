package io.quayside.desktop.lifecycle.tray;

import io.quayside.desktop.task.FxThread;
import java.awt.AWTException;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.Menu;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.RenderingHints;
import java.awt.SystemTray;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tray through AWT, the only way that works on three systems without code of our own for each. AWT costs time and
/// memory, so it is loaded only when somebody wants the tray, after the window is there.
///
/// AWT's menu is touched on AWT's event thread only.
public final class AwtTrayIcon implements TrayIcon {
    private static final Logger LOG = LoggerFactory.getLogger(AwtTrayIcon.class);
    private static final Color ACCENT = new Color(0x1f, 0x6f, 0xeb);

    private final FxThread fx;
    private final java.awt.TrayIcon icon;

    private AwtTrayIcon(FxThread fx, java.awt.TrayIcon icon) {
        this.fx = fx;
        this.icon = icon;
    }

    /// Puts the sign into the tray. Empty where there is no tray or no display. Loads AWT: not for the FX thread.
    ///
    /// @param activated runs on the FX thread when the sign is double-clicked
    public static Optional<TrayIcon> open(FxThread fx, Runnable activated) {
        if (GraphicsEnvironment.isHeadless() || !SystemTray.isSupported()) {
            LOG.info("This desktop has no tray");
            return Optional.empty();
        }
        SystemTray tray = SystemTray.getSystemTray();
        java.awt.TrayIcon icon = new java.awt.TrayIcon(image(tray.getTrayIconSize()), "Quayside");
        icon.setImageAutoSize(true);
        icon.addActionListener(event -> fx.run(activated));
        try {
            tray.add(icon);
        } catch (AWTException refused) {
            LOG.info("The tray did not take the icon", refused);
            return Optional.empty();
        }
        return Optional.of(new AwtTrayIcon(fx, icon));
    }

    @Override
    public void setMenu(String tooltip, List<TrayItem> items) {
        EventQueue.invokeLater(() -> {
            PopupMenu menu = new PopupMenu();
            fill(menu, items);
            icon.setToolTip(tooltip);
            icon.setPopupMenu(menu);
        });
    }

    private void fill(Menu menu, List<TrayItem> items) {
        for (TrayItem item : items) {
            switch (item) {
                case TrayItem.Rule _ -> menu.addSeparator();
                case TrayItem.Note note -> {
                    MenuItem line = new MenuItem(note.text());
                    line.setEnabled(false);
                    menu.add(line);
                }
                case TrayItem.Action action -> {
                    MenuItem line = new MenuItem(action.text());
                    line.addActionListener(event -> fx.run(action.run()));
                    menu.add(line);
                }
                case TrayItem.Menu inner -> {
                    Menu line = new Menu(inner.text());
                    fill(line, inner.items());
                    menu.add(line);
                }
            }
        }
    }

    @Override
    public void notify(String title, String text) {
        EventQueue.invokeLater(() -> icon.displayMessage(title, text, java.awt.TrayIcon.MessageType.ERROR));
    }

    @Override
    public void close() {
        EventQueue.invokeLater(() -> SystemTray.getSystemTray().remove(icon));
    }

    /// The sign of the window's top left corner, at twice the size for sharp screens.
    private static BufferedImage image(Dimension size) {
        int side = 2 * Math.max(16, size.height);
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.scale(side / 24.0, side / 24.0);
        graphics.setColor(ACCENT);
        graphics.fill(new RoundRectangle2D.Double(3, 9.5, 8, 6, 2, 2));
        graphics.fill(new RoundRectangle2D.Double(13, 9.5, 8, 6, 2, 2));
        graphics.fill(new RoundRectangle2D.Double(8, 2, 8, 6, 2, 2));
        graphics.setStroke(new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D water = new Path2D.Double();
        water.moveTo(2, 20);
        water.curveTo(4.5, 20, 4.5, 18.2, 7, 18.2);
        water.curveTo(9.5, 18.2, 9.5, 20, 12, 20);
        water.curveTo(14.5, 20, 14.5, 18.2, 17, 18.2);
        water.curveTo(19.5, 18.2, 19.5, 20, 22, 20);
        graphics.draw(water);
        graphics.dispose();
        return image;
    }
}
