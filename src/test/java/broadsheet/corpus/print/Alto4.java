package broadsheet.corpus.print;

import java.util.Locale;

/**
 * Writes ALTO, with each word 100 wide, 40 high and 20 from the next on a page of 2,000 by 3,000.
 */
public final class Alto4 {
  private final StringBuilder xml =
      new StringBuilder(
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
              + "<alto xmlns=\"http://www.loc.gov/standards/alto/ns-v4#\"><Layout><Page ID=\"P1\""
              + " PHYSICAL_IMG_NR=\"1\" WIDTH=\"2000\" HEIGHT=\"3000\"><PrintSpace>");
  private int top = 100;
  private int words;

  /** A block of lines; a line whose last word ends in {@code +} is hyphenated there. */
  public Alto4 block(String id, String... lines) {
    return block(id, 40, lines);
  }

  public Alto4 block(String id, int height, String... lines) {
    xml.append("<TextBlock ID=\"").append(id).append("\">");
    for (String line : lines) {
      int left = line.startsWith("  ") ? 160 : 100;
      xml.append("<TextLine>");
      for (String word : line.strip().split(" ", -1)) {
        boolean isCut = word.endsWith("+");
        xml.append(
            String.format(
                Locale.ROOT,
                "<String ID=\"w%d\" HPOS=\"%d\" VPOS=\"%d\" WIDTH=\"100\" HEIGHT=\"%d\" WC=\"0.8\""
                    + " CONTENT=\"%s\"/>%s",
                ++words,
                left,
                top,
                height,
                isCut ? word.substring(0, word.length() - 1) : word,
                isCut ? "<HYP CONTENT=\"-\"/>" : "<SP/>"));
        left += 120;
      }
      xml.append("</TextLine>");
      top += height + 20;
    }
    xml.append("</TextBlock>");
    return this;
  }

  @Override
  public String toString() {
    return xml + "</PrintSpace></Page></Layout></alto>\n";
  }
}
