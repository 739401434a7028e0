package broadsheet.indexing;

import broadsheet.article.Sha256;
import broadsheet.ledger.Source;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The OCR cache of an index: one folder a source, in the folder of the index. Nothing stays of a
 * source that the index is no longer made from.
 *
 * @param index the index folder
 */
record RecognizedPageFolders(Path index) {
  private static final Logger LOG = LoggerFactory.getLogger(RecognizedPageFolders.class);
  private static final String FOLDER = "recognized";
  private static final Pattern WORD = Pattern.compile("\\bCONTENT=\"([^\"]*)\"");

  /** The folder of a source; need not exist. */
  Path of(String source) {
    return index.resolve(FOLDER).resolve(name(source));
  }

  private static String name(String source) {
    return HexFormat.of().formatHex(Sha256.of(source), 0, 8);
  }

  /** Deletes the pages of all sources but these, and of those of which nothing is recognized. */
  void keepOnly(List<Source> sources) {
    List<Path> kept =
        sources.stream().filter(s -> !s.languages().isEmpty()).map(s -> of(s.path())).toList();
    for (Path folder : children()) {
      if (!kept.contains(folder)) {
        delete(folder, Instant.MAX);
      }
    }
  }

  /** Deletes the pages that were neither read nor written since then. */
  void keepSince(Instant start) {
    children().forEach(folder -> delete(folder, start));
  }

  /**
   * Deletes the pages of which some evidence is known: they are only recognized again, if their
   * files are still there.
   *
   * @param evidence whether a text is to go
   * @return their number
   */
  long erase(Predicate<String> evidence) throws IOException {
    Path all = index.resolve(FOLDER);
    if (!Files.isDirectory(all)) {
      return 0;
    }
    long erased = 0;
    try (Stream<Path> files = Files.walk(all)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (evidence.test(text(file))) {
          Files.delete(file);
          erased++;
        }
      }
    }
    return erased;
  }

  /** The words of a page, which its file has as attributes. */
  private static String text(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      String alto = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return WORD.matcher(alto)
          .results()
          .map(word -> word.group(1))
          .collect(Collectors.joining(" "));
    } catch (ZipException | EOFException e) {
      return ""; // of no use to the cache either
    }
  }

  private List<Path> children() {
    Path all = index.resolve(FOLDER);
    if (!Files.isDirectory(all)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(all)) {
      return children.toList();
    } catch (IOException e) {
      LOG.debug("Could not list {}", all, e);
      return List.of();
    }
  }

  /** Deletes the older files in a folder, then the folders that are empty. */
  private static void delete(Path folder, Instant before) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> innermostFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : innermostFirst) {
        boolean isOld =
            Files.isDirectory(file)
                ? isEmpty(file)
                : Files.getLastModifiedTime(file).toInstant().isBefore(before);
        if (isOld) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("Could not delete recognized pages in {}", folder, e);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.findAny().isEmpty();
    }
  }
}
