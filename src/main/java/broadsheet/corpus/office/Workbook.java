package broadsheet.corpus.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * The sheets of a workbook, and its date system. Immutable.
 *
 * @param sheets the names of their parts, in the order they are shown, without hidden ones
 * @param dayZero the day that cells have as the number 0: one of two, by the program that wrote it
 */
record Workbook(List<String> sheets, LocalDate dayZero) {
  private static final String PART = "xl/workbook.xml";
  private static final LocalDate OF_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate OF_1904 = LocalDate.of(1904, 1, 1);
  private static final Set<String> YES = Set.of("1", "true", "on");

  static Workbook of(Parts parts) {
    Listing listing = new Listing(Relationships.of(parts, PART));
    try {
      XmlEvents.read(parts.part(PART).orElse(new byte[0]), listing);
    } catch (XMLStreamException e) {
      return listing.workbook(); // what came before the damage
    }
    return listing.workbook();
  }

  /** Collects the sheets. */
  private static final class Listing implements XmlEvents.Receiver {
    private final Relationships relationships;
    private final List<String> sheets = new ArrayList<>();
    private LocalDate dayZero = OF_1900;

    Listing(Relationships relationships) {
      this.relationships = relationships;
    }

    Workbook workbook() {
      return new Workbook(List.copyOf(sheets), dayZero);
    }

    @Override
    public void begin(String name, XmlEvents.Attributes attributes) {
      if (name.equals("workbookPr") && YES.contains(attributes.get("date1904"))) {
        dayZero = OF_1904;
      } else if (name.equals("sheet")
          && !attributes.get("state").toLowerCase(Locale.ROOT).endsWith("hidden")) {
        sheets.add(relationships.target(attributes.relationship()));
      }
    }

    @Override
    public void end(String name) {}

    @Override
    public void text(String words) {}
  }
}
