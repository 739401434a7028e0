package broadsheet.corpus.ocr;

import broadsheet.article.PrintedPage;
import broadsheet.corpus.ocr.OcrWord.Half;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Entities;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file of Olive ActivePaper. Immutable.
 *
 * @param id unique in the world, or empty
 * @param continues the name of the file that this one continues; empty if it does not
 * @param continuedIn the name of the file that continues this one; empty if there is none
 * @param headings the page with the headings alone
 * @param body the page with the text alone
 */
public record OliveEntity(
    String id,
    String title,
    String newspaper,
    String date,
    String section,
    String language,
    int page,
    String label,
    String continues,
    String continuedIn,
    OcrPage headings,
    OcrPage body) {

  public PrintedPage printedPage() {
    return new PrintedPage(page, label, body.width(), body.height(), "");
  }

  public static OliveEntity of(String xml) {
    return new Reading(xml).all();
  }

  /** The reading of one file. */
  private static final class Reading {
    /** Pages are measured at this resolution, words at the stated one. */
    private static final double RESOLUTION_OF_PAGES = 57;

    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Pattern UNTITLED = Pattern.compile("(?i)untitled .*|none|\\W*");

    private final TagReader tags;
    private PageBuilder headings = new PageBuilder();
    private PageBuilder body = new PageBuilder();
    private boolean isInHeading;
    private double right = -1;
    private SourceRectangle pending = SourceRectangle.NONE;

    /** The pieces of a word in parts, and whether a line ends among them. */
    private final List<SourceRectangle> pieces = new ArrayList<>();

    private SourceRectangle onNextLine = SourceRectangle.NONE;
    private boolean isBroken;

    private String id = "";
    private String title = "";
    private String newspaper = "";
    private String date = "";
    private String section = "";
    private String language = "";
    private String page = "";
    private String label = "";
    private String continues = "";
    private String continuedIn = "";

    Reading(String xml) {
      tags = new TagReader(xml);
    }

    OliveEntity all() {
      while (tags.next()) {
        if (tags.isStart()) {
          start(tags.name());
        } else {
          end(tags.name());
        }
      }
      int number = Math.max(1, (int) Measures.number(page));
      return new OliveEntity(
          id,
          title,
          newspaper,
          date,
          section,
          language,
          number,
          label.isEmpty() ? Integer.toString(number) : label,
          continues,
          continuedIn,
          headings.page("", false),
          body.page("", false));
    }

    private void start(String name) {
      continues = firstOf(continues, tags.attribute("CONTINUATION_FROM"));
      continuedIn = firstOf(continuedIn, tags.attribute("CONTINUATION_TO"));
      switch (name) {
        case "XMD-entity" -> {
          id = tags.attribute("ID");
          page = tags.attribute("PAGE_NO");
          language = tags.attribute("LANGUAGE");
          boolean isAdvertisement =
              tags.attribute("ENTITY_TYPE").toLowerCase(Locale.ROOT).startsWith("ad");
          section = isAdvertisement ? "Advertisements" : "";
        }
        case "Meta" -> meta();
        case "Primitive" -> builder().startBlock("");
        case "L" -> line();
        case "Q", "q" -> piece(box());
        default -> isInHeading |= name.startsWith("HedLine");
      }
      pending = name.equals("W") ? box() : pending;
    }

    private static String firstOf(String one, String other) {
      return one.isEmpty() ? CleanText.line(other) : one;
    }

    private void meta() {
      String name = CleanText.line(Entities.resolved(tags.attribute("NAME")));
      title = UNTITLED.matcher(name).matches() ? "" : name;
      newspaper = CleanText.line(tags.attribute("PUBLICATION"));
      Matcher day = DAY_FIRST.matcher(tags.attribute("ISSUE_DATE"));
      date =
          day.matches()
              ? String.format(
                  Locale.ROOT,
                  "%s-%02d-%02d",
                  day.group(3),
                  Integer.parseInt(day.group(2)),
                  Integer.parseInt(day.group(1)))
              : "";
      String stated = CleanText.line(tags.attribute("SECTION"));
      section = section.isEmpty() && !UNTITLED.matcher(stated).matches() ? stated : section;
      label = CleanText.line(tags.attribute("PAGE_LABEL"));
      String issue = tags.attribute("RELEASE_NO");
      id = issue.isEmpty() ? "" : issue + "-" + id;
      double scale = Measures.number(tags.attribute("IMAGES_RESOLUTION")) / RESOLUTION_OF_PAGES;
      double width = scale * Measures.number(tags.attribute("PAGE_WIDTH"));
      double height = scale * Measures.number(tags.attribute("PAGE_HEIGHT"));
      headings = new PageBuilder().size(width, height);
      body = new PageBuilder().size(width, height);
    }

    private PageBuilder builder() {
      return isInHeading ? headings : body;
    }

    private void line() {
      right = -1;
      if (!pieces.isEmpty()) {
        isBroken = true;
        return;
      }
      if (tags.attribute("P").equals("S")) {
        builder().startBlock("");
      } else {
        builder().endLine();
      }
    }

    private void piece(SourceRectangle box) {
      if (isBroken) {
        onNextLine = onNextLine.and(box);
      } else {
        pieces.add(box);
      }
    }

    private void end(String name) {
      switch (name) {
        case "W" -> word(tags.textBefore(), pending);
        case "QW" -> wordInPieces(tags.textBefore());
        case "Primitive" -> {
          builder().endBlock();
          right = -1;
        }
        default -> isInHeading &= !name.startsWith("HedLine");
      }
    }

    /** Punctuation is a word of its own that touches the one before. */
    private void word(String text, SourceRectangle area) {
      boolean isJoined = right >= 0 && area.left() - right < 1;
      builder().word("", text, Half.NEITHER, "", area, OcrWord.NO_CONFIDENCE, isJoined);
      right = area.right();
    }

    private void wordInPieces(String text) {
      SourceRectangle first = pieces.stream().reduce(SourceRectangle.NONE, SourceRectangle::and);
      String whole = CleanText.line(text);
      if (isBroken && !onNextLine.equals(SourceRectangle.NONE)) {
        builder().word("", whole, Half.FIRST, whole, first, OcrWord.NO_CONFIDENCE, false);
        builder().endLine();
        builder().word("", whole, Half.SECOND, whole, onNextLine, OcrWord.NO_CONFIDENCE, false);
        right = onNextLine.left() + onNextLine.width();
      } else {
        word(whole, first);
      }
      pieces.clear();
      onNextLine = SourceRectangle.NONE;
      isBroken = false;
    }

    private SourceRectangle box() {
      String[] numbers = tags.attribute("BOX").strip().split("\\s+", -1);
      return numbers.length == 4
          ? SourceRectangle.between(
              Measures.number(numbers[0]),
              Measures.number(numbers[1]),
              Measures.number(numbers[2]),
              Measures.number(numbers[3]))
          : SourceRectangle.NONE;
    }
  }
}
