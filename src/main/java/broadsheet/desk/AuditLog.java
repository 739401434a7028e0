package broadsheet.desk;

import java.util.Map;

/** Stores the lines of an {@link Audit}. Thread-safe, and safe between processes. */
public interface AuditLog {

  /**
   * Adds a line, which is on disk when this returns.
   *
   * @param line names and values: texts, numbers, and lists and maps of them
   * @throws DeskException when it cannot be written
   */
  void add(Map<String, Object> line);
}
