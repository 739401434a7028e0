package broadsheet.lucene.index;

import broadsheet.engine.ArchivePart;
import broadsheet.ledger.Source;
import broadsheet.lucene.schema.Added;
import broadsheet.lucene.schema.FurnitureState;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.schema.NamesState;
import broadsheet.names.tag.NameTagger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The state of an index with a part of an archive, in the data of its commit. Immutable.
 *
 * @param names whether names were looked for, and by which tagger
 * @param isFinished whether all its files were read
 */
public record PartState(Task task, NamesState names, boolean isFinished) {

  private static final String PART = "broadsheet.part";
  private static final String FINISHED = "broadsheet.part.finished";

  /**
   * Reading a part of some files and folders.
   *
   * @param sources the files and folders of the archive, the same for each part
   */
  public record Task(ArchivePart part, List<Source> sources) {
    public Task {
      sources = List.copyOf(sources);
    }
  }

  /** A part that was begun. */
  static PartState of(Task task, boolean areNamesFound) {
    NamesState names = areNamesFound ? new NamesState(NameTagger.VERSION, 0) : NamesState.NONE;
    return new PartState(task, names, false);
  }

  /** The state once all files were read. */
  PartState finished() {
    return new PartState(task, names, true);
  }

  Map<String, String> toCommitData() {
    Map<String, String> data =
        new HashMap<>(
            new IndexFormat(
                    IndexFormat.VERSION,
                    Instant.now(),
                    task.sources(),
                    Added.NONE,
                    names,
                    FurnitureState.USUAL)
                .toCommitData());
    data.put(PART, task.part().toString());
    data.put(FINISHED, Boolean.toString(isFinished));
    return data;
  }

  /**
   * Reads the state from the data of a commit; empty if it is not one of a part.
   *
   * @param folder the folder of the part, for the message
   * @throws broadsheet.engine.EngineException when it has another format
   */
  static Optional<PartState> of(Map<String, String> data, Path folder) {
    IndexFormat format = IndexFormat.of(data, folder);
    boolean isFinished = Boolean.parseBoolean(data.get(FINISHED));
    return ArchivePart.of(data.getOrDefault(PART, ""))
        .map(part -> new Task(part, format.sources()))
        .map(task -> new PartState(task, format.names(), isFinished));
  }

  /** Whether another state is one of the same reading. */
  boolean isOfSame(PartState other) {
    return task.equals(other.task) && names.equals(other.names);
  }
}
