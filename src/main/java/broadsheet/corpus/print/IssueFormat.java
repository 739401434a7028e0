package broadsheet.corpus.print;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.StatedEncoding;
import broadsheet.corpus.pack.Layer;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.record.Siblings;
import broadsheet.corpus.xml.XmlRoot;
import broadsheet.corpus.xml.XmlTree;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** A format that describes an issue whose pages are files beside it. Stateless. */
abstract class IssueFormat implements Format {

  /** The content of a file that describes an issue. */
  interface Description {
    /** The files that belong to it. */
    List<String> files();

    /** Whether it says which articles are on the pages. */
    boolean hasDivisions();

    Issue issue(IssueFacts facts);
  }

  private final String name;
  private final DateReader dates;
  private final PageCounter counter;

  /**
   * @param counter counts the pages of a PDF beside it
   */
  IssueFormat(String name, DateReader dates, PageCounter counter) {
    this.counter = counter;
    this.name = name;
    this.dates = dates;
  }

  abstract boolean isRoot(XmlRoot root, Peek peek);

  /**
   * Reads a file.
   *
   * @param fileName without folders
   */
  abstract Description description(String fileName, Element root);

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final boolean mayHaveParts() {
    return true;
  }

  @Override
  public final Recognition recognise(Peek peek) {
    XmlRoot root = XmlRoot.of(peek.head());
    boolean isMine = !root.name().isEmpty() && isRoot(root, peek);
    return isMine ? Recognition.MINE : Recognition.NOT_MINE;
  }

  @Override
  public final Siblings.Parts parts(String fileName, byte[] file) {
    Description description = parsed(fileName, file);
    return new Siblings.Parts(description.files(), description.hasDivisions());
  }

  private Description parsed(String fileName, byte[] file) {
    return description(fileName, XmlTree.parsed(StatedEncoding.text(file, "")));
  }

  @Override
  public final void read(InputStream in, Records records) throws IOException {
    Optional<byte[]> bytes = Layer.whole(in, records);
    if (bytes.isEmpty()) {
      return;
    }
    Description description = parsed(records.file().name(), bytes.get());
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
