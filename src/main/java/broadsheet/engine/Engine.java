package broadsheet.engine;

import broadsheet.article.Article;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.Source;
import broadsheet.names.NameTable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Everything that can be done with an archive's index: searching, writing and verifying it. Cheap
 * to create: nothing is opened until it is needed. Thread-safe.
 */
public interface Engine {

  /** The seconds of {@link #TIME_LIMIT}. */
  int TIME_LIMIT_SECONDS = 5;

  /** The default time from a request to its answer. */
  Duration TIME_LIMIT = Duration.ofSeconds(TIME_LIMIT_SECONDS);

  /** Whether there is an index, in any format and any state. */
  boolean hasIndex();

  /**
   * The files and folders the index is made from, whatever its format; empty if there is no index
   * or it does not reveal them.
   */
  default List<Source> sources() {
    if (!hasIndex()) {
      return List.of();
    }
    try (SearchEngine engine = searchAlone()) {
      return engine.summary().origins();
    } catch (EngineException e) {
      return List.of();
    }
  }

  /**
   * Opens the index to search it, with all collections of the archive.
   *
   * @param limit the time from a request to its answer
   * @throws EngineException when there is no index, or it is damaged or has another format
   */
  SearchEngine search(Duration limit);

  /**
   * Opens the index to search it, without other collections of the archive.
   *
   * @throws EngineException as {@link #search} does
   */
  default SearchEngine searchAlone() {
    return search(TIME_LIMIT);
  }

  /**
   * The collections of the archive, to be searched together or not.
   *
   * @param limit the time from a request to its answer
   */
  default ArchiveCollections collections(Duration limit) {
    return new OneCollection(this, limit);
  }

  /** The room for a rebuild; empty where an index is not on a disk of this machine. */
  default Optional<IndexRoom> room() {
    return Optional.empty();
  }

  /** Starts a rebuild that goes on with names as the index is; see {@link #rebuild(NameMode)}. */
  default IndexingSession rebuild() {
    return rebuild(NameMode.AS_IS);
  }

  /**
   * Starts a rebuild, which creates the index when it is missing. No article is new with it: those
   * of the index that it replaces stay as new as they were.
   *
   * @param names what is done about names
   * @throws EngineException when another process is writing the index, or it cannot be written
   */
  IndexingSession rebuild(NameMode names);

  /** Starts an update that goes on with names as the index is. */
  default IndexingSession update() {
    return update(NameMode.AS_IS);
  }

  /**
   * Starts an update. Articles whose text the index does not have are new with it.
   *
   * @param names what is done about names
   * @throws EngineException when there is no index, it has another format, another process is
   *     writing it, or it cannot be written
   */
  IndexingSession update(NameMode names);

  /**
   * Starts to read a part of the archive, or goes on with it where it was begun from the same
   * sources. Needs no other machine; the index stays as it is until {@link #join}.
   *
   * @param sources the files and folders of the whole archive
   * @param names {@link NameMode#FIND} to look for names
   * @throws EngineException when another process is reading the part, or it cannot be written
   */
  default IndexingSession part(ArchivePart part, List<Source> sources, NameMode names) {
    throw new EngineException("Archives at this location are not read in parts.");
  }

  /**
   * The parts that were read for this archive.
   *
   * @throws EngineException when some are missing, not finished or do not belong together
   */
  default ReadParts parts() {
    throw new EngineException("Archives at this location are not read in parts.");
  }

  /**
   * Starts a rebuild that has everything in {@link #parts}.
   *
   * @throws EngineException as {@link #rebuild} and {@link #parts} do
   */
  default IndexingSession join() {
    throw new EngineException("Archives at this location are not read in parts.");
  }

  /** Whether there is an index, and it is of this program's format. */
  boolean isCurrent();

  /**
   * Starts a rebuild from the articles that the index has, in this program's format or in that of
   * an earlier release. The files that it was made from are not needed. The index stays as it is
   * until the commit.
   *
   * @param files receives the records of the files that the index was made from
   * @param progress learns of each article that is passed on
   * @throws EngineException as {@link #rebuild} does, and when there is no index, it is damaged or
   *     its format cannot be upgraded
   */
  IndexingSession upgrade(Consumer<FileRecord> files, ArticleProgress progress);

  /**
   * Starts a rebuild from articles that another archive has settled. Each keeps its id, its
   * language and what is set aside in its text; which of them are reprints or earlier versions of
   * others is decided among them.
   *
   * @param names what the names in these articles stand for, asked for at the commit; empty to look
   *     for no names
   * @throws EngineException as {@link #rebuild} does, and when an archive at this location is not
   *     in a folder
   */
  default IndexingSession copy(Optional<Supplier<NameTable>> names) {
    throw new EngineException("Articles are copied into an index in a folder only.");
  }

  /** Whether names are looked for in the articles; see {@link NameMode}. */
  boolean findsNames();

  /**
   * Merges the segments that many small updates left behind, without changing any content. May take
   * long.
   *
   * @throws EngineException as {@link #update} does
   */
  void tidy();

  /**
   * Verifies every byte of the index before using it, and reads every article back, handing each to
   * the consumer.
   *
   * @throws EngineException when there is no index, or it is damaged or has another format
   */
  void check(Consumer<Article> article);

  /**
   * The newest state of the index with its vectors, to be copied. The index may be searched and
   * written meanwhile.
   *
   * @throws EngineException when the index cannot be read, or this engine has tools of its own for
   *     backups
   */
  default PinnedIndex pin() {
    throw new EngineException(
        "The index at this location is backed up with the tools of its own engine.");
  }

  /**
   * Keeps others from writing the index in its folder, which is created when missing.
   *
   * @throws EngineException when another process writes it, or this engine has no folder
   */
  default WriteLock lock() {
    throw new EngineException("The index at this location is not in a folder of this machine.");
  }

  /**
   * Starts to erase articles.
   *
   * @throws EngineException when there is no index, it has another format, another process is
   *     writing it, or this engine cannot erase; nothing is changed
   */
  default ErasureSession erasing() {
    throw new EngineException(
        "Only articles of an archive in a folder can be erased so far, and this one is on a"
            + " cluster. Nothing was changed. Remove or correct the article’s file, then update the"
            + " archive: ./broadsheet index --update");
  }

  /** The vectors for search by meaning, whether there are any or not. */
  Vectors vectors();
}
