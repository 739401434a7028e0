package broadsheet.web;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Draws a newspaper's front page of four columns, with its ALTO, to be shown in pictures. */
final class DrawnNewspaper {
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 1300;
  private static final int COLUMNS = 4;
  private static final int MARGIN = 80;
  private static final int GUTTER = 36;
  private static final int TOP = 360;
  private static final Color PAPER = new Color(0xec, 0xe4, 0xd0);
  private static final Color INK = new Color(0x28, 0x24, 0x20);

  private final Graphics2D pen;
  private final StringBuilder alto = new StringBuilder();

  private DrawnNewspaper(Graphics2D pen) {
    this.pen = pen;
  }

  /**
   * Draws a page.
   *
   * @param stories a headline and a text each
   */
  static void draw(Path folder, String name, String title, List<List<String>> stories)
      throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(PAPER);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(INK);
    DrawnNewspaper page = new DrawnNewspaper(pen);
    page.nameplate(title);
    for (int i = 0; i < stories.size(); i++) {
      page.story(stories.get(i), i);
    }
    pen.dispose();
    ImageIO.write(image, "jpg", folder.resolve(name + ".jpg").toFile());
    Files.writeString(
        folder.resolve(name + ".xml"),
        String.format(
            Locale.ROOT,
            "<alto><Layout><Page WIDTH=\"%d\" HEIGHT=\"%d\">%s</Page></Layout></alto>",
            WIDTH,
            HEIGHT,
            page.alto),
        StandardCharsets.UTF_8);
  }

  private void nameplate(String title) {
    pen.setFont(new Font(Font.SERIF, Font.BOLD, 150));
    int width = pen.getFontMetrics().stringWidth(title);
    pen.drawString(title, (WIDTH - width) / 2, 210);
    pen.setStroke(new BasicStroke(4));
    pen.drawLine(MARGIN, 260, WIDTH - MARGIN, 260);
    pen.drawLine(MARGIN, 310, WIDTH - MARGIN, 310);
    pen.setStroke(new BasicStroke(1));
  }

  /** A story has a column of its own. */
  private void story(List<String> story, int column) {
    int width = (WIDTH - 2 * MARGIN - (COLUMNS - 1) * GUTTER) / COLUMNS;
    int left = MARGIN + column * (width + GUTTER);
    if (column > 0) {
      pen.drawLine(left - GUTTER / 2, TOP, left - GUTTER / 2, HEIGHT - MARGIN);
    }
    alto.append("<TextBlock>");
    int top = lines(story.getFirst(), new Font(Font.SERIF, Font.BOLD, 40), left, TOP, width);
    alto.append("</TextBlock><TextBlock>");
    lines(story.getLast(), new Font(Font.SERIF, Font.PLAIN, 24), left, top + 24, width);
    alto.append("</TextBlock>");
  }

  /** Sets a text, and returns where it ends. */
  private int lines(String text, Font font, int left, int top, int width) {
    pen.setFont(font);
    FontMetrics metrics = pen.getFontMetrics();
    int blank = metrics.charWidth(' ');
    int x = left;
    int y = top;
    alto.append("<TextLine>");
    for (String word : text.split(" ", -1)) {
      int length = metrics.stringWidth(word);
      if (x > left && x + length > left + width) {
        x = left;
        y += metrics.getHeight();
        alto.append("</TextLine><TextLine>");
      }
      if (y > HEIGHT - MARGIN - metrics.getHeight()) {
        break;
      }
      pen.drawString(word, x, y + metrics.getAscent());
      alto.append(
          String.format(
              Locale.ROOT,
              "<String HPOS=\"%d\" VPOS=\"%d\" WIDTH=\"%d\" HEIGHT=\"%d\" CONTENT=\"%s\""
                  + " WC=\"0.97\"/>",
              x,
              y,
              length,
              metrics.getHeight(),
              word));
      x += length + blank;
    }
    alto.append("</TextLine>");
    return y + metrics.getHeight();
  }
}
