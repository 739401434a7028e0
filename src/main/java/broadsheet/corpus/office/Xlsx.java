package broadsheet.corpus.office;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.table.TableOfArticles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/** Excel files: the first sheet that is shown is read as the table it would be as CSV. */
public final class Xlsx extends OfficeFile {
  private static final String SHEETS = "xl/worksheets/";
  private static final String FIRST = SHEETS + "sheet1.xml";
  private static final Pattern READ =
      Pattern.compile(
          "xl/worksheets/sheet\\d*\\.xml|xl/(?:sharedStrings|styles|workbook)\\.xml"
              + "|xl/_rels/workbook\\.xml\\.rels");

  public Xlsx(DateReader dates) {
    super("xlsx", dates, OfficeKind.SHEET);
  }

  @Override
  boolean isRead(String name) {
    return READ.matcher(name).matches();
  }

  @Override
  Optional<String> whyUnreadable(Parts parts) {
    return first(parts).isPresent() ? Optional.empty() : Optional.of("a workbook without a sheet");
  }

  /** The first in the order of the workbook; otherwise by name. */
  private static Optional<String> first(Parts parts) {
    Optional<String> listed = Workbook.of(parts).sheets().stream().filter(parts::has).findFirst();
    return listed
        .or(() -> Optional.of(FIRST).filter(parts::has))
        .or(
            () ->
                parts.contents().keySet().stream()
                    .filter(n -> n.startsWith(SHEETS))
                    .sorted()
                    .findFirst());
  }

  @Override
  void read(Parts parts, Records records) throws XMLStreamException {
    List<String> shared = SharedStrings.of(parts.part("xl/sharedStrings.xml").orElse(new byte[0]));
    SheetReader sheet =
        new SheetReader(
            shared,
            DayStyles.of(parts.part("xl/styles.xml").orElse(new byte[0])),
            Workbook.of(parts).dayZero());
    XmlEvents.read(parts.part(first(parts).orElse(FIRST)).orElse(new byte[0]), sheet);
    String csv = sheet.rows().stream().map(Xlsx::line).collect(Collectors.joining("\r\n"));
    InputStream in = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    try {
      new TableOfArticles(dates).read(in, records);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (sheet.isTooLarge()) {
      records.fail(0, Parts.TOO_LARGE, "");
    }
  }

  private static String line(List<String> row) {
    return row.stream()
        .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
        .collect(Collectors.joining(","));
  }

  /** The strings that the cells of a workbook refer to by number. */
  private static final class SharedStrings implements XmlEvents.Receiver {
    private final List<String> strings = new ArrayList<>();
    private final StringBuilder string = new StringBuilder();
    private boolean isWords;
    private boolean isPhonetic;

    private SharedStrings() {}

    static List<String> of(byte[] part) throws XMLStreamException {
      SharedStrings reader = new SharedStrings();
      if (part.length > 0) {
        XmlEvents.read(part, reader);
      }
      return reader.strings;
    }

    @Override
    public void begin(String name, XmlEvents.Attributes attributes) {
      switch (name) {
        case "si" -> string.setLength(0);
        case "rPh" -> isPhonetic = true;
        case "t" -> isWords = !isPhonetic;
        default -> {}
      }
    }

    @Override
    public void end(String name) {
      switch (name) {
        case "si" -> strings.add(string.toString());
        case "rPh" -> isPhonetic = false;
        case "t" -> isWords = false;
        default -> {}
      }
    }

    @Override
    public void text(String words) {
      if (isWords) {
        string.append(words);
      }
    }
  }
}
