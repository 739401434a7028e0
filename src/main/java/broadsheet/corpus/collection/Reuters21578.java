package broadsheet.corpus.collection;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.LineReader;
import broadsheet.corpus.pack.Damage;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.record.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The SGML files of Reuters-21578, Distribution 1.0: many articles per file, each between {@code
 * <REUTERS …>} and {@code </REUTERS>}. Holds one article at a time.
 */
public final class Reuters21578 extends Format {
  private static final String BEGIN = "<REUTERS";
  private static final String END = "</REUTERS>";
  private static final Pattern FIRST =
      Pattern.compile(
          "(?s)\\s*(?:<!DOCTYPE lewis\\b[^>]*>\\s*)?<REUTERS\\s.*|\\s*<!DOCTYPE lewis\\b.*");

  private static final Pattern COMPANION =
      Pattern.compile(
          "README\\.txt|all-\\w+-strings\\.lc\\.txt|cat-descriptions_\\d+\\.txt"
              + "|feldman-cia-worldfactbook-data\\.txt|lewis\\.dtd");

  public Reuters21578(DateReader dates) {
    super("reuters21578", dates);
  }

  @Override
  public Recognition recognise(Peek peek) {
    if (FIRST.matcher(peek.head()).matches()) {
      return Recognition.MINE;
    }
    return COMPANION.matcher(peek.file().name()).matches() && isDistribution(peek.file())
        ? Recognition.noArticle("part of the Reuters-21578 distribution, without articles")
        : Recognition.NOT_MINE;
  }

  @Override
  public void read(InputStream in, Records records) throws IOException {
    LineReader lines = new LineReader(in, Records.LONGEST_RECORD);
    Cutter cutter = new Cutter(records);
    while (lines.next()) {
      cutter.line(lines);
    }
    cutter.end();
  }

  /**
   * Inside an archive the neighbouring files are not visible, but the names are distinctive enough.
   */
  private static boolean isDistribution(SourceFile file) {
    if (file.isInContainer()) {
      return true;
    }
    Path folder = file.path().toAbsolutePath().getParent();
    if (folder == null || Files.exists(folder.resolve("lewis.dtd"))) {
      return folder != null;
    }
    try (DirectoryStream<Path> articles = Files.newDirectoryStream(folder, "reut2-*")) {
      return articles.iterator().hasNext();
    } catch (IOException e) {
      return false;
    }
  }

  /** Cuts a file's lines into records. */
  private final class Cutter {
    private final Records records;
    private final ByteArrayOutputStream record = new ByteArrayOutputStream(8 * 1024);
    private long number;
    private boolean isOpen;

    Cutter(Records records) {
      this.records = records;
    }

    void line(LineReader lines) {
      if (startsWith(lines, BEGIN)) {
        end();
        isOpen = true;
        number++;
      }
      if (!isOpen) {
        return;
      }
      if (lines.isTooLong() || record.size() > Records.LONGEST_RECORD) {
        fail(Records.TOO_LONG);
        return;
      }
      record.write(lines.bytes(), lines.from(), lines.length());
      record.write('\n');
      if (endsWith(lines, END)) {
        isOpen = false;
        String text = record.toString(StandardCharsets.ISO_8859_1);
        record.reset();
        long at = number;
        records.take(at, () -> new ReutersStory(text, records, at).article(dates));
      }
    }

    /** A record that is still open when the next begins, or the file ends, is damaged. */
    void end() {
      if (isOpen) {
        fail(Damage.CUT_OFF);
      }
    }

    private void fail(String reason) {
      records.fail(number, reason, "");
      record.reset();
      isOpen = false;
    }
  }

  private static boolean startsWith(LineReader lines, String word) {
    return lines.length() >= word.length() && isAt(lines.bytes(), lines.from(), word);
  }

  private static boolean endsWith(LineReader lines, String word) {
    int end = lines.from() + lines.length();
    while (end > lines.from() && lines.bytes()[end - 1] <= ' ') {
      end--;
    }
    return end - lines.from() >= word.length() && isAt(lines.bytes(), end - word.length(), word);
  }

  private static boolean isAt(byte[] bytes, int from, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (bytes[from + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
