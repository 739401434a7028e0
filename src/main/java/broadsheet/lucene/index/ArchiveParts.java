package broadsheet.lucene.index;

import broadsheet.engine.ArchivePart;
import broadsheet.engine.EngineException;
import broadsheet.engine.NameMode;
import broadsheet.engine.ReadParts;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerTotals;
import broadsheet.ledger.Source;
import broadsheet.lucene.erasing.Erasures;
import broadsheet.lucene.erasing.WithoutErased;
import broadsheet.lucene.reader.LiveTerms;
import broadsheet.lucene.schema.CommitFiles;
import broadsheet.lucene.schema.LedgerDocument;
import broadsheet.lucene.schema.UnreadableIndex;
import broadsheet.path.PathName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * All parts of an archive, each read by a {@link PartSession} and finished. Immutable.
 *
 * @param folders the folders of the parts, by their numbers
 * @param opening opens them
 * @param task what the first of them is; the others differ in the number alone
 * @param areNamesFound whether names were looked for
 */
public record ArchiveParts(
    List<Path> folders, IndexFolder.Opening opening, PartState.Task task, boolean areNamesFound) {

  private static final String FOLDER = "parts";

  /** Files, bytes, articles, skipped, failed and remarked. */
  private static final int SUMS = 6;

  /** The folder of a part of the archive whose index is in a folder. */
  public static Path folder(Path index, ArchivePart part) {
    return index.resolve(FOLDER).resolve(part.number() + "-of-" + part.of());
  }

  /** The index of an archive, of which a part is read into a folder; else the folder itself. */
  static Path archive(Path folder) {
    Path parts = folder.toAbsolutePath().normalize().getParent();
    return parts != null && parts.endsWith(FOLDER) && parts.getParent() != null
        ? parts.getParent()
        : folder;
  }

  /**
   * The erasures that a session keeps out of the archive into which it writes.
   *
   * @throws EngineException when that cannot be known; the index is then closed
   */
  static Erasures erasures(OpenedIndex index, Erasures.Entering ledger) {
    try {
      return Erasures.of(index.home(), ledger);
    } catch (EngineException e) {
      index.close();
      throw e;
    }
  }

  /**
   * The parts that were read for an index.
   *
   * @throws EngineException when some are missing, not finished or do not belong together; says
   *     which
   */
  public static ArchiveParts in(Path index) {
    return in(index, FSDirectory::open);
  }

  /** The same. */
  public static ArchiveParts in(Path index, IndexFolder.Opening opening) {
    Map<Path, PartState> states = new LinkedHashMap<>();
    for (Path folder : folders(index.resolve(FOLDER))) {
      state(folder, opening).ifPresent(state -> states.put(folder, state));
    }
    if (states.isEmpty()) {
      throw new EngineException(
          "There are no parts in %s. Read them, each with its number: ./broadsheet index PATH --part 1/4 --index %s"
              .formatted(PathName.of(index.resolve(FOLDER)), PathName.quoted(index)));
    }
    return of(index, opening, states);
  }

  private static List<Path> folders(Path parts) {
    if (!Files.isDirectory(parts)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(parts)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new EngineException("The parts in %s cannot be read: %s".formatted(parts, e), e);
    }
  }

  private static Optional<PartState> state(Path folder, IndexFolder.Opening opening) {
    try (Directory directory = opening.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      return PartState.of(reader.getIndexCommit().getUserData(), folder);
    } catch (IndexNotFoundException _) {
      return Optional.empty(); // begun, and killed before anything was stored
    } catch (IOException e) {
      throw UnreadableIndex.because(e, folder);
    }
  }

  private static ArchiveParts of(
      Path index, IndexFolder.Opening opening, Map<Path, PartState> states) {
    PartState first = states.values().iterator().next();
    int of = first.task().part().of();
    Map<Integer, Path> folders = new LinkedHashMap<>();
    states.forEach(
        (folder, state) -> {
          requireSame(first, state, index.resolve(FOLDER));
          folders.put(state.task().part().number(), folder);
        });
    List<String> missing =
        IntStream.rangeClosed(1, of)
            .filter(number -> !folders.containsKey(number))
            .mapToObj(number -> number + "/" + of)
            .toList();
    if (!missing.isEmpty()) {
      throw new EngineException(
          "Of the parts in %s, %s is missing. Read it, or copy its folder there from where it was read."
              .formatted(index.resolve(FOLDER), String.join(", ", missing)));
    }
    List<Path> sorted = IntStream.rangeClosed(1, of).mapToObj(folders::get).toList();
    return new ArchiveParts(sorted, opening, first.task(), first.names().isFound());
  }

  private static void requireSame(PartState first, PartState other, Path parts) {
    PartState.Task task = other.task();
    if (!other.isFinished()) {
      throw new EngineException(
          "Part %s in %s is not finished. Read it with the same command as before; it goes on where it was."
              .formatted(task.part(), parts));
    }
    if (task.part().of() != first.task().part().of()
        || !task.sources().equals(first.task().sources())
        || !other.names().equals(first.names())) {
      throw new EngineException(
          "The parts in %s do not belong together: %s of %s and %s of %s. Remove the folder of what is outdated."
              .formatted(parts, described(first), paths(first), described(other), paths(other)));
    }
  }

  private static String described(PartState state) {
    return state.task().part() + (state.names().isFound() ? " with names" : "");
  }

  private static String paths(PartState state) {
    return state.task().sources().stream().map(Source::path).collect(Collectors.joining(", "));
  }

  /**
   * Requires that the names of the archive that the parts replace would not be lost.
   *
   * @throws EngineException when the archive in the folder has names, and the parts have none
   */
  void requireNamesOf(Path archive) {
    if (CommitFiles.findsNames(archive) && !areNamesFound) {
      throw new EngineException(
          "The archive has names, and its parts were read without: they would be lost. Read the"
              + " parts with --names, or drop the names first: ./broadsheet index --update"
              + " --names=off --index "
              + PathName.quoted(archive));
    }
  }

  /** The treatment of names that goes with the parts. */
  NameMode names() {
    return areNamesFound ? NameMode.FIND : NameMode.NONE;
  }

  /**
   * Adds everything in the parts to an index, except what was erased.
   *
   * @return the number of records that gave an article
   */
  long addTo(OpenedIndex index, SourceCounts counts, Erasures erasures) throws IOException {
    long places = 0;
    for (Path folder : folders) {
      try (Directory directory = opening.open(folder);
          DirectoryReader reader = DirectoryReader.open(directory)) {
        Optional<IndexReader> kept = WithoutErased.of(reader, erasures);
        if (kept.isEmpty()) {
          index.writer().addIndexes(directory);
        } else {
          index.writer().addIndexes(WithoutErased.segments(kept.get()));
        }
        places += counts.came(kept.orElse(reader));
      } catch (LockObtainFailedException e) {
        throw new EngineException(
            "Another process is reading the part in %s. Wait until it is done.".formatted(folder),
            e);
      }
    }
    return places;
  }

  /** The sources and totals of what was read. */
  public ReadParts summary() {
    return new ReadParts(task.sources(), totals());
  }

  /** The totals of the files that were read. */
  private LedgerTotals totals() {
    long[] sums = new long[SUMS];
    for (Path folder : folders) {
      try (Directory directory = opening.open(folder);
          DirectoryReader reader = DirectoryReader.open(directory)) {
        StoredFields stored = reader.storedFields();
        new LiveTerms(reader)
            .eachWithPrefix(
                LedgerDocument.FILE,
                "",
                (_, documents) ->
                    add(LedgerDocument.file(stored.document(documents.getFirst())), sums));
      } catch (IOException e) {
        throw UnreadableIndex.because(e, folder);
      }
    }
    return new LedgerTotals(sums[0], sums[1], sums[2], 0, sums[3], sums[4], sums[5]);
  }

  private static void add(FileRecord file, long[] sums) {
    sums[0]++;
    sums[1] += file.bytes();
    sums[2] += file.articles();
    sums[3] += file.skipped();
    sums[4] += file.failed();
    sums[5] += file.remarked();
  }
}
