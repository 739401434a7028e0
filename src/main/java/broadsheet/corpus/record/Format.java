package broadsheet.corpus.record;

import broadsheet.corpus.date.DateReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * A format of article files. Stateless between files. UTF-16 never reaches a format: such files are
 * converted to UTF-8.
 */
public abstract class Format {
  /** The {@link #revision} of readers that read as those of release 2.0.0 did. */
  public static final String FIRST_REVISION = "1";

  /** The {@link #revision} of readers that read otherwise since 2.1.0. */
  protected static final String SECOND_REVISION = "2";

  protected final DateReader dates;
  private final String name;
  private final String revision;

  /**
   * @param name the name that callers use
   */
  protected Format(String name, DateReader dates) {
    this(name, dates, FIRST_REVISION);
  }

  protected Format(String name, DateReader dates, String revision) {
    this.name = name;
    this.dates = dates;
    this.revision = revision;
  }

  public final String name() {
    return name;
  }

  /**
   * The revision of the reader: another one where it reads other articles from the same bytes, so
   * that an update reads its files again.
   */
  public String revision() {
    return revision;
  }

  /** Judges by a file's beginning whether it is in this format. */
  public abstract Recognition recognise(Peek peek);

  /**
   * The files that belong to a file in this format and are therefore not articles of their own.
   *
   * @param name the name of the file, without folders
   * @param file the bytes of the file
   */
  public Siblings.Parts parts(String name, byte[] file) {
    return Siblings.Parts.NONE;
  }

  /** Whether files of this format may have parts. */
  public boolean mayHaveParts() {
    return false;
  }

  /** Whether a file of this name and in this format may be a part of another. */
  public boolean mayBePart(String name) {
    return false;
  }

  /** The reason for skipping a file that is a part of another. */
  public String partReason() {
    return "part of an issue";
  }

  /**
   * Whether a file on disk may have parts, or be one, by its name. Others are not looked into when
   * the files around them are read.
   *
   * @param name without folders and endings of compression
   */
  public boolean isOfWholeByName(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".xml");
  }

  /**
   * Reads a file that {@link #recognise} accepted, or that the caller says is in this format.
   * Content of any kind ends as articles or as entries in the ledger, never as an exception.
   *
   * @throws IOException if the stream cannot be read further
   */
  public abstract void read(InputStream in, Records records) throws IOException;
}
