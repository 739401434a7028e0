package broadsheet.indexing;

import broadsheet.corpus.Corpus;
import broadsheet.corpus.SourceReach;
import broadsheet.corpus.record.CorpusException;
import broadsheet.ledger.Source;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which files an indexing goes over, and what the index is made from afterwards. Immutable.
 *
 * @param sources what the index is made from afterwards, none in another
 * @param parts what is gone over: each a source or something in one, there or not
 * @param missing sources that are not there, a drive that is not mounted perhaps: their articles
 *     stay
 */
public record IndexingScope(List<Source> sources, List<Part> parts, List<Source> missing) {

  /**
   * A source, or something in one, to go over.
   *
   * @param path absolute
   */
  record Part(Source source, Path path) {}

  /**
   * How a source is read.
   *
   * @param readAs see {@link Source#readAs}; empty if nothing is said of it
   * @param excluded see {@link Source#excluded}; none if nothing is said of it
   * @param followsLinks see {@link Source#followsLinks}; false if nothing is said of it
   */
  public record Manner(String readAs, List<String> excluded, boolean followsLinks) {
    /** Nothing is said of it. */
    public static final Manner USUAL = new Manner("", List.of(), false);

    /** The source, with what is said of it now in the place of what was said before. */
    Source of(Source source) {
      return new Source(
          source.path(),
          readAs.isEmpty() ? source.readAs() : readAs,
          excluded.isEmpty() ? source.excluded() : excluded,
          followsLinks || source.followsLinks());
    }
  }

  /** Goes over nothing. */
  static IndexingScope nothing() {
    return new IndexingScope(List.of(), List.of(), List.of());
  }

  /**
   * What a rebuild from these paths goes over.
   *
   * @throws CorpusException when one of them does not exist
   */
  static IndexingScope rebuild(List<Path> paths, Manner manner) {
    List<Source> sources = outermost(paths.stream().map(path -> source(path, manner)).toList());
    return new IndexingScope(
        sources, sources.stream().map(IndexingScope::whole).toList(), List.of());
  }

  /**
   * What an update goes over.
   *
   * @param known what the index is made from
   * @param paths what is to be gone over: sources, things in them, or new sources; none for all
   *     that is known
   * @throws CorpusException when a path is neither there nor was ever indexed
   */
  static IndexingScope update(List<Source> known, List<Path> paths, Manner manner) {
    if (paths.isEmpty()) {
      List<Source> all = known.stream().map(manner::of).toList();
      List<Source> there = all.stream().filter(IndexingScope::exists).toList();
      List<Source> missing = all.stream().filter(source -> !exists(source)).toList();
      return new IndexingScope(all, there.stream().map(IndexingScope::whole).toList(), missing);
    }
    List<Part> parts = new ArrayList<>();
    List<Source> all = new ArrayList<>(known);
    for (Path path : paths) {
      Part part = part(known, path, manner);
      parts.add(part);
      all.add(part.source());
    }
    List<Source> sources = outermost(all);
    return new IndexingScope(sources, outermostParts(parts), List.of());
  }

  /**
   * What is gone over to take a source out: all of it, as if none of its files were there.
   *
   * @throws CorpusException when the index is not made from it
   */
  static IndexingScope without(List<Source> known, Path path) {
    String forgotten = absolute(path).toString();
    List<Source> rest = known.stream().filter(s -> !s.path().equals(forgotten)).toList();
    if (rest.size() == known.size()) {
      String sources = String.join(", ", known.stream().map(Source::path).toList());
      throw new CorpusException(
          "The index is not made from %s, but from %s: name one of these".formatted(path, sources));
    }
    return new IndexingScope(rest, List.of(), List.of());
  }

  private static Part part(List<Source> known, Path path, Manner manner) {
    Path absolute = absolute(path);
    Optional<Source> holder =
        known.stream().filter(source -> source.holds(absolute.toString())).findFirst();
    if (holder.isEmpty()) {
      return whole(source(path, manner));
    }
    boolean isSource = holder.get().path().equals(absolute.toString());
    if (isSource && !exists(holder.get())) {
      throw notThere(path);
    }
    if (!isSource && !manner.excluded().isEmpty()) {
      throw new CorpusException(
          "--exclude goes for a whole source: give it with " + holder.get().path());
    }
    return new Part(isSource ? manner.of(holder.get()) : holder.get(), absolute);
  }

  private static Source source(Path path, Manner manner) {
    if (!Files.exists(path)) {
      throw notThere(path);
    }
    return manner.of(new Source(absolute(path).toString(), ""));
  }

  private static CorpusException notThere(Path path) {
    return new CorpusException(
        "There is no file or folder " + path + ": name one that holds articles");
  }

  private static Part whole(Source source) {
    return new Part(source, Path.of(source.path()));
  }

  private static boolean exists(Source source) {
    return Files.exists(Path.of(source.path()));
  }

  /** The files' own names, however the path to them was typed; links stay what they are. */
  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** Those that lie in no other, each once: of two of one path the later. */
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
   * Whether there is anything to read at a part, as far as can be told; else what was there is
   * gone.
   */
  static boolean isThere(Part part) {
    return !Files.notExists(part.path(), LinkOption.NOFOLLOW_LINKS);
  }

  /** How far links in one of these sources lead. */
  static SourceReach reach(List<Source> sources, Source source) {
    List<Path> roots = sources.stream().map(each -> Path.of(each.path())).toList();
    return SourceReach.within(roots, source.followsLinks());
  }

  /** Whether all of a source, of this or another index, is gone over here. */
  boolean covers(String source) {
    return sources.stream().anyMatch(each -> each.holds(source));
  }

  Corpus.Part asCorpusPart(Part part) {
    Source source = part.source();
    return new Corpus.Part(
        Path.of(source.path()), part.path(), source.excluded(), reach(sources, source));
  }
}
