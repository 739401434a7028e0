package broadsheet.extension.host;

import broadsheet.extension.ExtensionArticle;
import broadsheet.worker.Answer;
import broadsheet.worker.Task;
import broadsheet.worker.WorkerPool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/**
 * A format that an extension writes. Immutable.
 *
 * @param name also the suffix of its files, without the dot
 * @param label its name on a page
 * @param type its media type
 */
public record InstalledExporter(String name, String label, String type, ExtensionJar jar) {

  /**
   * @throws IllegalArgumentException if the label is empty or longer than 40 characters, or the
   *     type is not a media type
   */
  public InstalledExporter {
    if (label.isBlank() || label.length() > 40) {
      throw new IllegalArgumentException("not a label of 1 to 40 characters: '" + label + "'");
    }
    if (!type.matches("[a-z]+/[\\w.+-]+(; ?[\\w-]+=[\\w-]+)*")) {
      throw new IllegalArgumentException("not a media type: '" + type + "'");
    }
  }

  /**
   * A stretch of a file.
   *
   * @param before the number of articles in the file before these
   * @param isLast whether the file ends with them
   */
  public record Batch(List<ExtensionArticle> articles, long before, boolean isLast) {}

  /**
   * Has some articles written, and waits for the end.
   *
   * @param workers those of the {@link #jar}
   * @param to receives what is written, in pieces
   * @return the end, or why there is none
   * @throws IOException if {@code to} does not take it, or no worker can be started
   */
  public Answer write(WorkerPool workers, Batch batch, Task.Parts to) throws IOException {
    byte[] options =
        ExtensionCodec.encoded(
            out -> {
              ExtensionCodec.write(name, out);
              out.writeLong(batch.before());
              out.writeInt(batch.articles().size());
              out.writeBoolean(batch.isLast());
            });
    byte[] articles =
        ExtensionCodec.encoded(
            out -> {
              for (ExtensionArticle article : batch.articles()) {
                ExtensionCodec.write(article, out);
              }
            });
    return workers.ask(ExtensionTasks.EXPORT, options, new ByteArrayInputStream(articles), to);
  }
}
