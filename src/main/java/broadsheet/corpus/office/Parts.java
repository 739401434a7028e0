package broadsheet.corpus.office;

import broadsheet.article.Article;
import broadsheet.corpus.pack.Damage;
import broadsheet.corpus.pack.LimitExceeded;
import broadsheet.corpus.pack.ZipInput;
import broadsheet.corpus.record.Records;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * The parts of an office file that hold text, unpacked in memory. If the file is damaged, the parts
 * before the damage are kept. Immutable.
 *
 * @param files the documents that were inserted into it as objects, which are an article each; the
 *     tables behind charts are none
 * @param damage why the file could not be read to its end; empty if it could
 */
record Parts(Map<String, byte[]> contents, List<Article> files, Optional<String> damage) {
  /** The most that the parts of one file may unpack to together, in bytes. */
  static final int MOST = 24 << 20;

  /** The most parts that are kept, as large as a bible in chapters. */
  private static final int MOST_PARTS = 5_000;

  static final String TOO_LARGE = "unpacks to far more than it should";
  private static final int BUFFER = 8 * 1024;

  /** An inserted document, as ECMA-376 part 1, 15.2.11 (embedded package part) has it. */
  private static final Pattern INSERTED =
      Pattern.compile("(?:word|ppt|xl)/embeddings/([^/]+\\.(?i:docx|docm|pptx|pptm|odt|rtf|pdf))");

  /**
   * Reads the parts with these names.
   *
   * @throws LimitExceeded if the file, with all that was read before, unpacks to too much
   */
  static Parts of(InputStream in, Predicate<String> names, Records records) throws LimitExceeded {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    List<Article> files = new ArrayList<>();
    Optional<String> damage = Optional.empty();
    try (ZipInput zip = zip(in, records)) {
      int left = MOST;
      ZipArchiveEntry entry = zip.getNextEntry();
      while (entry != null && damage.isEmpty()) {
        if (!entry.isDirectory() && names.test(entry.getName())) {
          byte[] content = content(zip, left);
          left -= content.length;
          boolean isTooLarge = left <= 0 || contents.size() >= MOST_PARTS;
          damage = isTooLarge ? Optional.of(TOO_LARGE) : Optional.empty();
          contents.put(entry.getName(), content);
        }
        Matcher inserted = INSERTED.matcher(entry.getName());
        if (inserted.matches()) {
          records.enclosed(inserted.group(1), open(zip)).ifPresent(files::add);
        }
        // Going on to the next entry unpacks the rest of this one.
        entry = damage.isEmpty() ? zip.getNextEntry() : null;
      }
    } catch (LimitExceeded e) {
      throw e;
    } catch (IOException | RuntimeException | LinkageError e) {
      damage = Optional.of(Damage.CUT_OFF);
    }
    return new Parts(contents, List.copyOf(files), damage);
  }

  private static ZipInput zip(InputStream in, Records records) {
    return new ZipInput(open(in), true, records.file(), records.budget());
  }

  /** A stream that stays open when it is closed. */
  private static InputStream open(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public void close() {}
    };
  }

  private static byte[] content(InputStream in, int most) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    for (int read = in.read(buffer); read >= 0 && content.size() <= most; read = in.read(buffer)) {
      content.write(buffer, 0, read);
    }
    return content.toByteArray();
  }

  /** A part; empty if the file has none with this name. */
  Optional<byte[]> part(String name) {
    return Optional.ofNullable(contents.get(name));
  }

  boolean has(String name) {
    return contents.containsKey(name);
  }
}
