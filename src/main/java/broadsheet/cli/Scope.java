package broadsheet.cli;

import broadsheet.corpus.Corpus;
import broadsheet.corpus.CorpusException;
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
record Scope(List<Source> sources, List<Part> parts, List<Source> missing) {

  /**
   * A source, or something in one, to go over.
   *
   * @param path absolute
   */
  record Part(Source source, Path path) {}

  /** Goes over nothing. */
  static Scope nothing() {
    return new Scope(List.of(), List.of(), List.of());
  }

  /**
   * What a rebuild from these paths goes over.
   *
   * @throws CorpusException when one of them does not exist
   */
  static Scope rebuild(List<Path> paths, String readAs) {
    List<Source> sources = outermost(paths.stream().map(path -> source(path, readAs)).toList());
    return new Scope(sources, sources.stream().map(Scope::whole).toList(), List.of());
  }

  /**
   * What an update goes over.
   *
   * @param known what the index is made from
   * @param paths what is to be gone over: sources, things in them, or new sources; none for all
   *     that is known
   * @throws CorpusException when a path is neither there nor was ever indexed
   */
  static Scope update(List<Source> known, List<Path> paths, String readAs) {
    if (paths.isEmpty()) {
      List<Source> there = known.stream().filter(Scope::exists).toList();
      List<Source> missing = known.stream().filter(source -> !exists(source)).toList();
      return new Scope(known, there.stream().map(Scope::whole).toList(), missing);
    }
    List<Part> parts = new ArrayList<>();
    List<Source> all = new ArrayList<>(known);
    for (Path path : paths) {
      Part part = part(known, path, readAs);
      parts.add(part);
      all.add(part.source());
    }
    List<Source> sources = outermost(all);
    return new Scope(sources, outermostParts(parts), List.of());
  }

  private static Part part(List<Source> known, Path path, String readAs) {
    Path absolute = absolute(path);
    Optional<Source> holder =
        known.stream().filter(source -> source.holds(absolute.toString())).findFirst();
    if (holder.isEmpty()) {
      return whole(source(path, readAs));
    }
    boolean isSource = holder.get().path().equals(absolute.toString());
    if (isSource && !exists(holder.get())) {
      throw notThere(path);
    }
    boolean isReadAnew = isSource && !readAs.isEmpty();
    return new Part(isReadAnew ? new Source(holder.get().path(), readAs) : holder.get(), absolute);
  }

  private static Source source(Path path, String readAs) {
    if (!Files.exists(path)) {
      throw notThere(path);
    }
    return new Source(absolute(path).toString(), readAs);
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

  /** Whether there is anything to read at a part; else what was there is gone. */
  static boolean isThere(Part part) {
    return Files.exists(part.path(), LinkOption.NOFOLLOW_LINKS);
  }

  Corpus.Part asCorpusPart(Part part) {
    return new Corpus.Part(Path.of(part.source().path()), part.path());
  }
}
