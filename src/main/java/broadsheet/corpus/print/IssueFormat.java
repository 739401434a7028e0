package broadsheet.corpus.print;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.StatedEncoding;
import broadsheet.corpus.encoding.WholeFormat;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.record.Siblings;
import broadsheet.corpus.xml.XmlRoot;
import broadsheet.corpus.xml.XmlTree;
import java.io.IOException;
import java.util.List;
import java.util.function.BiPredicate;
import org.jsoup.nodes.Element;

/** A format that describes an issue whose pages are files beside it. Stateless. */
public final class IssueFormat extends WholeFormat {

  /** The content of a file that describes an issue. */
  interface Description {
    /** The files that belong to it. */
    List<String> files();

    /** Whether it says which articles are on the pages. */
    boolean hasDivisions();

    Issue issue(IssueFacts facts);
  }

  /** Reads what describes an issue from a file, whose name has no folders. */
  private interface Reading {
    Description of(String fileName, Element root);
  }

  private final PageCounter counter;
  private final BiPredicate<XmlRoot, Peek> isRoot;
  private final Reading reading;

  private IssueFormat(
      String name,
      DateReader dates,
      PageCounter counter,
      BiPredicate<XmlRoot, Peek> isRoot,
      Reading reading) {
    super(name, dates);
    this.counter = counter;
    this.isRoot = isRoot;
    this.reading = reading;
  }

  /**
   * METS: the issue of a newspaper. Its logical divisions are the articles; without any, each page
   * is one.
   *
   * @param counter counts the pages of a PDF beside it
   */
  public static IssueFormat mets(DateReader dates, PageCounter counter) {
    return new IssueFormat(
        "mets", dates, counter, (root, _) -> root.isOneOf("mets"), (_, root) -> new MetsFile(root));
  }

  /**
   * MPEG-21 DIDL by the Dutch royal library (Delpher): an issue or a bulletin with its pages.
   *
   * @param counter counts the pages of a PDF beside it
   */
  public static IssueFormat didl(DateReader dates, PageCounter counter) {
    return new IssueFormat(
        "didl",
        dates,
        counter,
        (root, peek) ->
            root.isOneOf("didl") || (root.isOneOf("oai-pmh") && peek.head().contains("didl:DIDL")),
        DidlFile::new);
  }

  /** The tickets of ABBYY, as a part of their format. */
  static IssueFormat abbyyTickets(DateReader dates, PageCounter counter) {
    return new IssueFormat(
        "abbyy",
        dates,
        counter,
        (root, _) -> AbbyyTicket.isRoot(root),
        (_, root) -> new AbbyyTicket(root));
  }

  @Override
  public boolean mayHaveParts() {
    return true;
  }

  @Override
  public Recognition recognise(Peek peek) {
    XmlRoot root = XmlRoot.of(peek.head());
    return Recognition.mineIf(!root.name().isEmpty() && isRoot.test(root, peek));
  }

  @Override
  public Siblings.Parts parts(String fileName, byte[] file) {
    Description description = parsed(fileName, file);
    return new Siblings.Parts(description.files(), description.hasDivisions());
  }

  private Description parsed(String fileName, byte[] file) {
    return reading.of(fileName, XmlTree.parsed(StatedEncoding.text(file, "")));
  }

  @Override
  protected void read(byte[] bytes, Records records) throws IOException {
    Description description = parsed(records.file().name(), bytes);
    if (!description.hasDivisions() && description.files().isEmpty()) {
      records.skip(0, "names no file with the text of a page");
    } else if (!description.hasDivisions() && isReadElsewhere(description, records)) {
      records.skip(0, "its articles are in another file of the issue");
    } else {
      Issue issue = description.issue(new IssueFacts(records, dates));
      new IssueReading(issue, records, counter).all();
    }
  }

  private static boolean isReadElsewhere(Description description, Records records) {
    return records
        .siblings()
        .ownerOf(description.files().getFirst())
        .filter(owner -> !owner.equals(records.file().name()))
        .isPresent();
  }
}
