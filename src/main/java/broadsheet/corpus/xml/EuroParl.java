package broadsheet.corpus.xml;

import broadsheet.corpus.xml.SittingText.Speaker;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a chapter of the source release of EuroParl: lines of text between tags that are never
 * closed, {@code <CHAPTER ID=6>}, {@code <SPEAKER ID=80 NAME="…" AFFILIATION="…">} and {@code <P>}.
 * Source: https://www.statmt.org/europarl/.
 *
 * @param title the heading of the first chapter; empty if it has none
 */
record EuroParl(String title, SittingText text) {
  private static final Pattern BEGIN =
      Pattern.compile("^\\s*<(?:CHAPTER|SPEAKER) ID=\"?\\d[^>]{0,300}>");

  private static final Pattern TAG = Pattern.compile("<(CHAPTER|SPEAKER|P|BRK|LINE)\\b([^>]*)>");
  private static final Pattern NAME = Pattern.compile("\\bNAME=\"([^\"]*)\"");
  private static final Pattern GROUP = Pattern.compile("\\bAFFILIATION=\"([^\"]*)\"");
  private static final Pattern LINES = Pattern.compile("\\R");

  /** The day in the name of a file: {@code ep-09-04-21-003.txt}. */
  private static final Pattern DAY = Pattern.compile("ep-(\\d{2})-(\\d{2}-\\d{2})(?:\\D.*)?");

  /** The first year of the corpus is 1996. */
  private static final int FIRST_YEAR = 96;

  /** The day in a file's name; empty if it has none. */
  static String day(String file) {
    Matcher day = DAY.matcher(file);
    return day.matches()
        ? (Integer.parseInt(day.group(1)) < FIRST_YEAR ? "20" : "19")
            + day.group(1)
            + "-"
            + day.group(2)
        : "";
  }

  static boolean isBegun(String head) {
    return BEGIN.matcher(head).find();
  }

  static EuroParl read(String file) {
    SittingText text = new SittingText();
    String title = "";
    Speaker speaker = Speaker.UNKNOWN;
    List<String> said = new ArrayList<>();
    boolean isHeading = false;
    for (String line : LINES.split(file, -1)) {
      Matcher tag = TAG.matcher(line);
      String words = XmlTree.line(tag.replaceAll(" "));
      if (tag.reset().find() && !tag.group(1).equals("P")) {
        text.speech(speaker, "", said);
        said.clear();
        isHeading = tag.group(1).equals("CHAPTER");
        speaker = tag.group(1).equals("SPEAKER") ? speaker(tag.group(2)) : Speaker.UNKNOWN;
      }
      if (isHeading) {
        title = title.isEmpty() ? words : title;
        text.between(words);
      } else if (!words.isEmpty()) {
        said.add(words);
      }
    }
    text.speech(speaker, "", said);
    return new EuroParl(title, text);
  }

  private static Speaker speaker(String attributes) {
    return new Speaker(value(NAME, attributes), value(GROUP, attributes));
  }

  private static String value(Pattern name, String attributes) {
    Matcher value = name.matcher(attributes);
    return value.find() ? XmlTree.line(value.group(1)) : "";
  }
}
