package broadsheet.lucene.index;

import broadsheet.engine.EngineException;
import broadsheet.engine.WriteLock;
import broadsheet.lucene.schema.CommitFiles;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.UnreadableIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;

/**
 * The folder of an index, opened and locked for writing, with its prior content. Closing discards
 * everything that is not committed.
 */
record OpenedIndex(
    Path folder,
    ArticleForm form,
    Directory directory,
    IndexWriter writer,
    PriorIndex prior,
    AddedNumbers numbers,
    boolean isUpdate)
    implements AutoCloseable {

  /** The most memory for articles that are not yet written, in MB. */
  private static final double MAX_RAM_BUFFER_MB = 256;

  /**
   * The same where stored texts are sent away with each segment, and are in the folder until then.
   */
  private static final double MAX_SETTLED_BUFFER_MB = 64;

  private static final long BYTES_IN_MB = 1L << 20;

  /** The folder of the archive, in which a part or a working copy has one of its own. */
  Path home() {
    Path whole = ArchiveParts.archive(folder);
    Path around = folder.toAbsolutePath().normalize().getParent();
    return form == ArticleForm.SETTLED && whole.equals(folder) && around != null ? around : whole;
  }

  /** Prepares a folder to be written. Returns how it is opened. */
  private interface Preparation {
    OpenMode mode(Directory directory) throws IOException;
  }

  /** Opens the numbers of articles, once the folder is locked. */
  private interface Numbering {
    AddedNumbers of(Directory directory, PriorIndex prior) throws IOException;
  }

  /** See {@link LuceneIndexingSession#open}. */
  static OpenedIndex forRebuild(IndexFolder folder) {
    OpenedIndex opened =
        opened(
            folder,
            false,
            directory -> {
              UnreadableCommitCleanup.remove(directory);
              return OpenMode.CREATE;
            },
            (directory, _) -> new CarriedNumbers(directory));
    // Readers distinguish commits by this number, including those of an index deleted meanwhile.
    opened.writer.advanceSegmentInfosVersion(System.currentTimeMillis());
    return opened;
  }

  /** See {@link LuceneIndexingSession#update}. */
  static OpenedIndex forUpdate(IndexFolder folder) {
    if (!Files.exists(folder.path())) { // opening would create the folder
      throw UnwritableIndex.nothingToUpdate(
          folder.path(), new IndexNotFoundException("no such folder"));
    }
    return opened(
        folder,
        true,
        directory -> {
          CommitFiles.verifySmall(directory);
          return OpenMode.APPEND;
        },
        (_, prior) -> new AddedNumbers.OfUpdate(prior));
  }

  /** See {@link PartSession#open}. */
  static OpenedIndex forPart(IndexFolder folder, PartState state) {
    return opened(
        folder,
        false,
        directory -> {
          UnreadableCommitCleanup.remove(directory);
          return isBegun(directory, folder.path(), state) ? OpenMode.APPEND : OpenMode.CREATE;
        },
        (_, _) -> AddedNumbers.none());
  }

  private static boolean isBegun(Directory directory, Path folder, PartState state)
      throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return false;
    }
    CommitFiles.verifySmall(directory);
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return PartState.of(reader.getIndexCommit().getUserData(), folder)
          .filter(state::isOfSame)
          .isPresent();
    }
  }

  private static OpenedIndex opened(
      IndexFolder given, boolean isUpdate, Preparation preparation, Numbering numbering) {
    Path folder = given.path();
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new EngineException("An index is kept in a folder, and " + folder + " is not one.");
    }
    try {
      Directory directory = given.open();
      try {
        OpenMode mode = preparation.mode(directory);
        return opened(given, directory, config(given, isUpdate).setOpenMode(mode), numbering);
      } catch (IOException | RuntimeException e) {
        directory.close();
        throw e;
      }
    } catch (LockObtainFailedException e) {
      throw UnwritableIndex.isWritten(folder, e);
    } catch (IndexNotFoundException e) {
      throw UnwritableIndex.nothingToUpdate(folder, e);
    } catch (IOException e) {
      throw UnwritableIndex.because(folder, e);
    } catch (IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw isUpdate ? UnreadableIndex.damaged(folder, e) : e;
    }
  }

  /** See {@link IndexFolder#lock}. */
  static WriteLock lock(Path folder) {
    try (Directory directory = FSDirectory.open(folder)) {
      Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME);
      return () -> IOUtils.closeWhileHandlingException(lock);
    } catch (LockObtainFailedException e) {
      throw UnwritableIndex.isWritten(folder, e);
    } catch (IOException e) {
      throw UnwritableIndex.because(folder, e);
    }
  }

  /** Takes the lock first, so that nobody changes the index between reading and writing. */
  private static OpenedIndex opened(
      IndexFolder given, Directory directory, IndexWriterConfig config, Numbering numbering)
      throws IOException {
    IndexWriter writer = new IndexWriter(directory, config);
    try {
      boolean isNew = config.getOpenMode() == OpenMode.CREATE;
      PriorIndex prior = isNew ? PriorIndex.none() : PriorIndex.of(directory, given.path());
      boolean isUpdate = config.getMergePolicy() instanceof DeferredMergePolicy;
      AddedNumbers numbers = numbering.of(directory, prior);
      return new OpenedIndex(
          given.path(), given.form(), directory, writer, prior, numbers, isUpdate);
    } catch (IOException | RuntimeException e) {
      writer.rollback();
      throw e;
    }
  }

  private static IndexWriterConfig config(IndexFolder folder, boolean isUpdate) {
    long heapMb = Runtime.getRuntime().maxMemory() / BYTES_IN_MB;
    IndexWriterConfig config =
        new IndexWriterConfig(IndexSchema.analyzer())
            .setCodec(folder.form().codec())
            .setSimilarity(IndexSchema.similarity())
            .setRAMBufferSizeMB(Math.min(MAX_RAM_BUFFER_MB, Math.max(16, heapMb / 8.0)))
            .setCommitOnClose(false);
    if (isUpdate) {
      config
          .setIndexDeletionPolicy(new ShippedCommitDeletionPolicy(folder.path()))
          .setMergePolicy(new DeferredMergePolicy())
          .setMergeScheduler(new SerialMergeScheduler());
    } else {
      config.setMergePolicy(new RebuildMergePolicy(RebuildMergePolicy.FULL));
    }
    if (folder.form() == ArticleForm.SETTLED) { // stored texts are in files of their own
      double most = Math.min(MAX_SETTLED_BUFFER_MB, config.getRAMBufferSizeMB());
      config.setRAMBufferSizeMB(most).setUseCompoundFile(false);
      config.getMergePolicy().setNoCFSRatio(0);
    }
    return config;
  }

  /** Commits everything. A rebuild that is to be searched ends with few segments. */
  void commit(IndexFormat format) throws IOException {
    if (!isUpdate && form == ArticleForm.SEARCHED) {
      writer.forceMerge(1);
    }
    writer.setLiveCommitData(format.toCommitData().entrySet());
    writer.commit();
  }

  /** Merges the segments that many small updates left behind, and commits that. */
  void tidy() {
    attempt(
        () -> {
          if (writer.getConfig().getMergePolicy() instanceof DeferredMergePolicy merges) {
            merges.letGo();
            writer.maybeMerge();
          }
          return writer.commit();
        });
  }

  /** An operation that may fail because the index cannot be read or written. */
  interface Step<T> {
    T take() throws IOException;
  }

  /**
   * Runs an operation.
   *
   * @throws EngineException when it fails
   */
  <T> T attempt(Step<T> step) {
    try {
      return step.take();
    } catch (IOException | AlreadyClosedException e) {
      throw cannotWrite(e);
    }
  }

  EngineException cannotWrite(Throwable cause) {
    return UnwritableIndex.because(folder, cause);
  }

  @Override
  public void close() {
    try (Directory _ = directory;
        PriorIndex _ = prior;
        AddedNumbers _ = numbers) {
      writer.rollback();
      if (writer.getTragicException() != null) {
        OrphanFileCleanup.remove(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
