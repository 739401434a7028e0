package broadsheet.web.page;

import broadsheet.address.SearchParameters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * The stylesheets and scripts, read from the class path once and kept in memory. Their addresses
 * contain a checksum over all of them, so browsers may cache each for ever. Thread-safe.
 */
public final class Assets {
  private static final List<String> NAMES =
      List.of(
          "css/tokens.css",
          "css/base.css",
          "css/home.css",
          "css/results.css",
          "css/article.css",
          "css/corpus.css",
          "css/help.css",
          "css/issues.css",
          "css/trends.css",
          "css/alerts.css",
          "css/lists.css",
          "css/problem.css",
          "js/batch.js",
          "js/combobox.js",
          "js/copy.js",
          "js/drafts.js",
          "js/element.js",
          "js/hits.js",
          "js/inplace.js",
          "js/judge.js",
          "js/keep.js",
          "js/keyboard.js",
          "js/note.js",
          "js/notes.js",
          "js/recent.js",
          "js/recording.js",
          "js/scan.js",
          "js/searchbox.js",
          "js/selection.js");

  /** The scripts of every page, with the modules they import. */
  private static final List<String> MODULES = List.of("keyboard.js", "combobox.js", "searchbox.js");

  private final Map<String, Body> files;
  private final String hash;
  private final Supplier<Rooms> rooms;

  private Assets(Map<String, Body> files, Supplier<Rooms> rooms) {
    this.files = files;
    this.rooms = rooms;
    this.hash = hash(files);
  }

  /**
   * Loads them.
   *
   * @param rooms those that each page leads to
   */
  public static Assets load(Supplier<Rooms> rooms) {
    Map<String, Body> files = new TreeMap<>();
    for (String name : NAMES) {
      String type = name.endsWith(".css") ? "text/css" : "text/javascript";
      String file = name.substring(name.indexOf('/') + 1);
      files.put(file, new Body(read("/web/" + name), type + "; charset=utf-8"));
    }
    return new Assets(files, rooms);
  }

  /** The address of a file, such as {@code /assets/0a1b…/base.css}. */
  public String address(String file) {
    if (!files.containsKey(file)) {
      throw new IllegalArgumentException("no such asset: " + file);
    }
    return "/assets/" + hash + "/" + file;
  }

  /** The file at an address; empty if there is none, or its checksum is from another release. */
  public Optional<Body> find(String wantedHash, String file) {
    return wantedHash.equals(hash) ? Optional.ofNullable(files.get(file)) : Optional.empty();
  }

  /**
   * The frame of a page with its own stylesheet.
   *
   * @param modules further scripts, beyond those of every page
   */
  public PageFrame frame(
      String title, String stylesheet, SearchParameters parameters, String... modules) {
    return new PageFrame(
        title,
        List.of(address("tokens.css"), address("base.css"), address(stylesheet)),
        Stream.concat(MODULES.stream(), Stream.of(modules)).map(this::address).toList(),
        parameters.text(),
        parameters.choices(),
        List.of(),
        rooms.get());
  }

  private static byte[] read(String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing from the class path: " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(Map<String, Body> files) {
    CRC32C checksum = new CRC32C();
    files.forEach(
        (file, asset) -> {
          checksum.update(file.getBytes(StandardCharsets.UTF_8));
          checksum.update(asset.bytes());
        });
    return HexFormat.of().toHexDigits((int) checksum.getValue());
  }
}
