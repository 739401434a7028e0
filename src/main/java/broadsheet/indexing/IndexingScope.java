package broadsheet.indexing;

import broadsheet.corpus.Corpus;
import broadsheet.corpus.IssueFolders;
import broadsheet.corpus.SourceReach;
import broadsheet.corpus.record.CorpusException;
import broadsheet.ledger.Source;
import broadsheet.path.PathName;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The files that an indexing covers, and the sources of the index afterwards. Immutable.
 *
 * @param sources the sources of the index afterwards, none inside another
 * @param parts the covered sources, or paths inside one, whether or not they exist
 * @param missing sources that do not exist, perhaps because a drive is not mounted: their articles
 *     stay
 */
public record IndexingScope(List<Source> sources, List<Part> parts, List<Source> missing) {

  /** The replacement that Java decodes to for a character missing from the locale. */
  private static final char LOST = '\uFFFD';

  private static final String UNREAD =
      "the locale cannot read its name. Give the folder above it, or set LC_ALL=C.UTF-8";

  /**
   * A source, or a path inside one, to cover.
   *
   * @param path absolute
   */
  record Part(Source source, Path path) {}

  /**
   * The way a source is read.
   *
   * @param readAs see {@link Source#readAs}; empty if not stated
   * @param excluded see {@link Source#excluded}; empty if not stated
   * @param followsLinks see {@link Source#followsLinks}; false if not stated
   * @param languages see {@link Source#languages}; {@link #NO_OCR} for none, empty if not stated
   */
  public record Manner(
      String readAs, List<String> excluded, boolean followsLinks, String languages) {
    /** Pictures are not recognized any more. */
    public static final String NO_OCR = "off";

    /** Nothing is stated. */
    public static final Manner USUAL = new Manner("", List.of(), false);

    /** Nothing is stated about recognition. */
    public Manner(String readAs, List<String> excluded, boolean followsLinks) {
      this(readAs, excluded, followsLinks, "");
    }

    /**
     * This manner, once it is known that this machine can recognize its languages.
     *
     * @throws broadsheet.corpus.record.CorpusException as {@link InstalledTesseract#find} does
     */
    public Manner requireOcr() {
      if (!languages.isEmpty() && !languages.equals(NO_OCR)) {
        InstalledTesseract.find(languages);
      }
      return this;
    }

    /** Returns the source with the settings stated now; those not stated stay as they were. */
    Source of(Source source) {
      return new Source(
          source.path(),
          readAs.isEmpty() ? source.readAs() : readAs,
          excluded.isEmpty() ? source.excluded() : excluded,
          followsLinks || source.followsLinks(),
          recognized(source));
    }

    private String recognized(Source source) {
      String stated = languages.isEmpty() ? source.languages() : languages;
      return stated.equals(NO_OCR) ? "" : stated;
    }
  }

  /** Covers nothing. */
  static IndexingScope nothing() {
    return new IndexingScope(List.of(), List.of(), List.of());
  }

  /**
   * The scope of a rebuild from these paths.
   *
   * @throws CorpusException if one of them does not exist
   */
  static IndexingScope rebuild(List<Path> paths, Manner manner) {
    List<Source> sources = outermost(paths.stream().map(path -> source(path, manner)).toList());
    return new IndexingScope(
        sources, sources.stream().map(IndexingScope::whole).toList(), List.of());
  }

  /**
   * The scope of a rebuild from the sources of an index.
   *
   * @param index the folder of the index
   * @param known its sources
   * @throws CorpusException if one of the sources is not there
   */
  static IndexingScope again(Path index, List<Source> known, Manner manner) {
    for (Source source : known) {
      if (!exists(source)) {
        throw new CorpusException(
            "The index is made from %s, which is not there. Mount its disk, or name what to build from: ./broadsheet index PATH --index %s"
                .formatted(source.path(), PathName.quoted(index)));
      }
    }
    List<Source> all = known.stream().map(manner::of).toList();
    return new IndexingScope(all, all.stream().map(IndexingScope::whole).toList(), List.of());
  }

  /**
   * The scope of an update.
   *
   * @param known the sources of the index
   * @param paths sources, paths inside them, or new sources; empty for all known sources
   * @throws CorpusException if a path does not exist and was never indexed
   */
  static IndexingScope update(List<Source> known, List<Path> paths, Manner manner) {
    if (paths.isEmpty()) {
      List<Source> all = known.stream().map(manner::of).toList();
      List<Source> there = all.stream().filter(IndexingScope::exists).toList();
      List<Source> missing = all.stream().filter(source -> !exists(source)).toList();
      return new IndexingScope(all, there.stream().map(IndexingScope::whole).toList(), missing);
    }
    List<Part> parts = new ArrayList<>();
    IssueFolders issues = new IssueFolders();
    List<Source> all = new ArrayList<>(known);
    for (Path path : paths) {
      Part part = part(known, path, manner, issues);
      parts.add(part);
      all.add(part.source());
    }
    List<Source> sources = outermost(all);
    return new IndexingScope(sources, outermostParts(parts), List.of());
  }

  /**
   * The scope that removes a source: all of it, as if none of its files existed.
   *
   * @throws CorpusException if the index is not built from it
   */
  static IndexingScope without(List<Source> known, Path path) {
    String forgotten = PathName.of(absolute(path));
    List<Source> rest = known.stream().filter(s -> !s.path().equals(forgotten)).toList();
    if (known.isEmpty()) {
      throw new CorpusException("The index has no sources: there is nothing to forget");
    }
    if (rest.size() == known.size()) {
      String sources = String.join(", ", known.stream().map(Source::path).toList());
      throw new CorpusException(
          "The index is not built from %s. Choose one of its sources: %s".formatted(path, sources));
    }
    return new IndexingScope(rest, List.of(), List.of());
  }

  private static Part part(List<Source> known, Path path, Manner manner, IssueFolders issues) {
    Path absolute = absolute(path);
    Optional<Source> holder =
        known.stream().filter(source -> source.holds(PathName.of(absolute))).findFirst();
    if (holder.isEmpty()) {
      return whole(source(path, manner));
    }
    boolean isSource = holder.get().path().equals(PathName.of(absolute));
    if (isSource && !exists(holder.get())) {
      throw notThere(path);
    }
    if (!isSource && !(manner.excluded().isEmpty() && manner.languages().isEmpty())) {
      String option = manner.excluded().isEmpty() ? "--ocr" : "--exclude";
      throw new CorpusException(
          option + " applies to a whole source: give it with " + holder.get().path());
    }
    return isSource
        ? new Part(manner.of(holder.get()), absolute)
        : new Part(holder.get(), issues.around(absolute, PathName.toPath(holder.get().path())));
  }

  private static Source source(Path path, Manner manner) {
    if (!Files.exists(path)) {
      throw notThere(path);
    }
    return manner.of(new Source(PathName.of(absolute(path)), ""));
  }

  private static CorpusException notThere(Path path) {
    String name = PathName.of(path);
    return new CorpusException(
        "No file or folder %s: %s"
            .formatted(name, name.indexOf(LOST) < 0 ? "give one that contains articles" : UNREAD));
  }

  private static Part whole(Source source) {
    return new Part(source, PathName.toPath(source.path()));
  }

  private static boolean exists(Source source) {
    return Files.exists(PathName.toPath(source.path()));
  }

  /** Absolute real paths, however they were typed; symbolic links are not resolved. */
  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** The sources that are inside no other, each once; if two have the same path, the later one. */
  private static List<Source> outermost(List<Source> sources) {
    List<Source> kept = new ArrayList<>();
    for (Source source : sources) {
      boolean isInside =
          kept.stream().anyMatch(k -> k.holds(source.path()) && !k.path().equals(source.path()));
      if (!isInside) {
        kept.removeIf(k -> source.holds(k.path()));
        kept.add(source);
      }
    }
    return kept.stream().sorted(Comparator.comparing(Source::path)).toList();
  }

  private static List<Part> outermostParts(List<Part> parts) {
    List<Part> kept = new ArrayList<>();
    for (Part part : parts) {
      boolean isInside = kept.stream().anyMatch(k -> part.path().startsWith(k.path()));
      if (!isInside) {
        kept.removeIf(k -> k.path().startsWith(part.path()));
        kept.add(part);
      }
    }
    return kept;
  }

  /**
   * Whether a part exists and can be read, as far as can be seen; if not, its articles are gone.
   */
  static boolean isThere(Part part) {
    return !Files.notExists(part.path(), LinkOption.NOFOLLOW_LINKS);
  }

  /** Limits where links in one of these sources may lead. */
  static SourceReach reach(List<Source> sources, Source source) {
    List<Path> roots = sources.stream().map(each -> PathName.toPath(each.path())).toList();
    return SourceReach.within(roots, source.followsLinks());
  }

  /** Whether this scope covers all of a source, of this index or another. */
  boolean covers(String source) {
    return sources.stream().anyMatch(each -> each.holds(source));
  }

  Corpus.Part asCorpusPart(Part part) {
    Source source = part.source();
    return new Corpus.Part(
        PathName.toPath(source.path()), part.path(), source.excluded(), reach(sources, source));
  }
}
