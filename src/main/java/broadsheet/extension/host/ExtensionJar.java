package broadsheet.extension.host;

import broadsheet.extension.Signature;
import broadsheet.path.PathName;
import broadsheet.worker.Answer;
import broadsheet.worker.WorkerLimits;
import broadsheet.worker.WorkerPool;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * The jar of an extension, whose classes are loaded in workers alone. Immutable.
 *
 * @param limits the memory and time of its workers
 */
public record ExtensionJar(Path path, WorkerLimits limits) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,29}");

  /** A worker without the second compiler is the cheaper one for so many files. */
  private static final int QUICK_FILES = 100;

  /** The file name, by which messages call the extension. */
  public String name() {
    return PathName.of(path.getFileName());
  }

  /** The CRC-32C of its bytes, in hexadecimal; empty if they cannot be read. */
  public String checksum() {
    CRC32C sum = new CRC32C();
    try {
      sum.update(Files.readAllBytes(path));
    } catch (IOException e) {
      return "";
    }
    return Long.toHexString(sum.getValue());
  }

  /** New workers of the extension; none runs before it is needed. */
  public WorkerPool workers() {
    return new WorkerPool(
        ExtensionWorker.class, limits, QUICK_FILES, path.toAbsolutePath().toString());
  }

  /**
   * The offer of a jar, by its own account.
   *
   * @param problems sentences without their subject, the jar: what cannot be used, and why
   */
  record Description(
      List<InstalledFormat> formats, List<InstalledExporter> exporters, List<String> problems) {}

  /** Asks the jar what it offers. Anything wrong with it is a problem in the answer. */
  Description description() {
    Description found = new Description(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    try (WorkerPool workers = workers()) {
      Answer answer =
          workers.ask(
              ExtensionTasks.DESCRIBE,
              new byte[0],
              InputStream.nullInputStream(),
              part -> enter(new DataInputStream(new ByteArrayInputStream(part)), found));
      if (answer instanceof Answer.Failure failure) {
        found.problems().add("cannot be used: " + reason(failure));
      }
    } catch (IOException e) {
      found.problems().add("cannot be used: " + e.getMessage());
    }
    if (found.formats().isEmpty() && found.exporters().isEmpty() && found.problems().isEmpty()) {
      found.problems().add("offers no format and no export (META-INF/services)");
    }
    return found;
  }

  private static String reason(Answer.Failure failure) {
    return failure.detail().isEmpty()
        ? failure.reason()
        : failure.reason() + " (" + failure.detail() + ")";
  }

  private void enter(DataInputStream part, Description found) throws IOException {
    try {
      switch (part.readByte()) {
        case ExtensionTasks.FORMAT ->
            found
                .formats()
                .add(
                    new InstalledFormat(
                        name(part),
                        new Signature(ExtensionCodec.list(part), ExtensionCodec.list(part)),
                        this));
        case ExtensionTasks.EXPORTER ->
            found
                .exporters()
                .add(
                    new InstalledExporter(
                        name(part), ExtensionCodec.text(part), ExtensionCodec.text(part), this));
        default -> throw new IllegalArgumentException(ExtensionCodec.text(part));
      }
    } catch (IllegalArgumentException e) {
      found.problems().add("has something that cannot be used: " + e.getMessage());
    }
  }

  private static String name(DataInputStream part) throws IOException {
    String name = ExtensionCodec.text(part);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the name '" + name + "' is not of up to 30 small letters, digits and hyphens");
    }
    return name;
  }
}
