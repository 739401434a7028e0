package broadsheet.lucene.staging;

import broadsheet.engine.EngineException;
import broadsheet.files.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A note in a folder that names the list of files in a store on which its content is based.
 *
 * @param folder on this machine
 */
record FollowedList(Path folder) {

  private static final String FILE = "kept";

  /** The beginning of the note where what is in the folder will replace what the list has. */
  private static final String INSTEAD = "instead of ";

  private Path file() {
    return folder.resolve(FILE);
  }

  /** The id of the list whose files are in the folder, or were before it; empty if unknown. */
  Optional<String> id() {
    return note().filter(note -> !note.startsWith(INSTEAD));
  }

  /** The id of the list that the next one replaces; empty if unknown. */
  Optional<String> next() {
    return note().map(note -> note.startsWith(INSTEAD) ? note.substring(INSTEAD.length()) : note);
  }

  private Optional<String> note() {
    try {
      return Files.isRegularFile(file()) ? Optional.of(Files.readString(file())) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty(); // then everything is fetched
    }
  }

  /** Notes that the folder goes on from a list. */
  void set(String id) {
    write(id);
  }

  /** Notes that the folder does not go on from a list, and that the next one replaces it. */
  void replace(String id) {
    write(INSTEAD + id);
  }

  private void write(String note) {
    try {
      Files.createDirectories(folder);
      WholeFile.replace(file(), note.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new EngineException(
          "%s cannot be written: %s".formatted(folder, WholeFile.reason(e)), e);
    }
  }

  /** Removes the note, before anything in the folder changes. */
  void forget() throws IOException {
    Files.deleteIfExists(file());
  }
}
