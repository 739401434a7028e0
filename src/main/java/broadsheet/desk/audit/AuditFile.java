package broadsheet.desk.audit;

import broadsheet.desk.AuditLog;
import broadsheet.desk.DeskException;
import broadsheet.files.LineLog;
import broadsheet.files.WholeFile;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The audit log of a desk in files, a line of JSON for each change. Immutable. */
public final class AuditFile implements AuditLog {

  /** The name of the newest file. */
  private static final String NAME = "audit.jsonl";

  private static final int MOST_BYTES = 10 * 1024 * 1024;
  private static final int MOST_FILES = 5;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final LineLog lines;

  /**
   * @param folder is created when a line is added
   */
  public AuditFile(Path folder) {
    lines = new LineLog(folder.resolve(NAME), MOST_BYTES, MOST_FILES);
  }

  @Override
  public void add(Map<String, Object> line) {
    try {
      Files.createDirectories(lines.file().toAbsolutePath().getParent());
      lines.add(MAPPER.writeValueAsString(line));
    } catch (IOException e) {
      throw new DeskException(
          "Nothing was changed, because %s cannot be written (%s). Check disk space and permissions, then try again."
              .formatted(lines.file(), WholeFile.reason(e)),
          e);
    }
  }
}
