package broadsheet.extension.host;

import broadsheet.extension.ArticleExporter;
import broadsheet.extension.ArticleSink;
import broadsheet.extension.ExtensionArticle;
import broadsheet.extension.FormatReader;
import broadsheet.worker.ParseRefusal;
import broadsheet.worker.ReceivedFile;
import broadsheet.worker.Task;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The tasks of an extension's worker. They load its classes when first asked. For one thread. */
final class ExtensionTasks {
  static final String DESCRIBE = "describe";
  static final String READ = "read";
  static final String EXPORT = "export";

  /** The kinds of parts in a description. */
  static final int PROBLEM = 0;

  static final int FORMAT = 1;
  static final int EXPORTER = 2;

  private final Path path;
  private @Nullable Services loaded;

  /** The classes that the jar names. */
  private record Services(
      List<FormatReader> readers, List<ArticleExporter> exporters, List<String> problems) {

    static Services of(JarLoader jar) {
      List<String> problems = new ArrayList<>();
      return new Services(
          jar.all(FormatReader.class, problems),
          jar.all(ArticleExporter.class, problems),
          problems);
    }
  }

  ExtensionTasks(Path path) {
    this.path = path;
  }

  Map<String, Task> byName() {
    return Map.of(
        DESCRIBE,
        (file, options, parts) -> describe(parts),
        READ,
        this::read,
        EXPORT,
        this::export);
  }

  private Services services() throws IOException {
    Services services = loaded;
    if (services == null) {
      services = Services.of(new JarLoader(path));
      loaded = services;
    }
    return services;
  }

  private void describe(Task.Parts parts) throws IOException {
    Services services = services();
    for (FormatReader reader : services.readers()) {
      parts.add(
          described(
              () ->
                  ExtensionCodec.encoded(
                      out -> {
                        out.writeByte(FORMAT);
                        ExtensionCodec.write(reader.name(), out);
                        ExtensionCodec.write(reader.signature().suffixes(), out);
                        ExtensionCodec.write(reader.signature().marks(), out);
                      })));
    }
    for (ArticleExporter exporter : services.exporters()) {
      parts.add(
          described(
              () ->
                  ExtensionCodec.encoded(
                      out -> {
                        out.writeByte(EXPORTER);
                        ExtensionCodec.write(exporter.name(), out);
                        ExtensionCodec.write(exporter.label(), out);
                        ExtensionCodec.write(exporter.mediaType(), out);
                      })));
    }
    for (String problem : services.problems()) {
      parts.add(problem(problem));
    }
  }

  private interface Description {
    byte[] make() throws IOException;
  }

  private static byte[] described(Description description) throws IOException {
    try {
      return description.make();
    } catch (RuntimeException | LinkageError e) {
      return problem(JarLoader.reason(e));
    }
  }

  private static byte[] problem(String reason) throws IOException {
    return ExtensionCodec.encoded(
        out -> {
          out.writeByte(PROBLEM);
          ExtensionCodec.write(reason, out);
        });
  }

  private void read(ReceivedFile file, byte[] options, Task.Parts parts)
      throws IOException, ParseRefusal {
    DataInputStream asked = new DataInputStream(new ByteArrayInputStream(options));
    String format = ExtensionCodec.text(asked);
    FormatReader reader = named(format, services().readers(), FormatReader::name);
    try (InputStream in = file.open()) {
      reader.read(in, ExtensionCodec.text(asked), new PartSink(parts));
    }
  }

  private static <T> T named(String name, List<T> services, Function<T, String> names)
      throws ParseRefusal {
    return services.stream()
        .filter(each -> name.equals(names.apply(each)))
        .findFirst()
        .orElseThrow(
            () ->
                ParseRefusal.failed("could not be parsed", "the jar has no " + name + " any more"));
  }

  /** Exports some articles; the options say which of the file they are. */
  private void export(ReceivedFile file, byte[] options, Task.Parts parts)
      throws IOException, ParseRefusal {
    DataInputStream asked = new DataInputStream(new ByteArrayInputStream(options));
    String name = ExtensionCodec.text(asked);
    ArticleExporter exporter = named(name, services().exporters(), ArticleExporter::name);
    long before = asked.readLong();
    int count = asked.readInt();
    boolean isLast = asked.readBoolean();
    PartStream out = new PartStream(parts);
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(file.open()))) {
      if (before == 0) {
        exporter.begin(out);
      }
      for (long number = before + 1; number <= before + count; number++) {
        exporter.write(ExtensionCodec.article(in), number, out);
      }
      if (isLast) {
        exporter.end(before + count, out);
      }
    }
    out.send();
  }

  /** Sends what a reader hands over. */
  private record PartSink(Task.Parts parts) implements ArticleSink {
    @Override
    public void article(long number, ExtensionArticle article) throws IOException {
      parts.add(ExtensionCodec.article(number, article));
    }

    @Override
    public void skip(long number, String reason) throws IOException {
      parts.add(ExtensionCodec.skip(number, reason));
    }

    @Override
    public void fail(long number, String reason) throws IOException {
      parts.add(ExtensionCodec.fail(number, reason));
    }
  }

  /** Sends what an exporter writes, in pieces. Stays open when it is closed. */
  private static final class PartStream extends OutputStream {
    private static final int PIECE = 64 * 1024;

    private final Task.Parts parts;
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();

    PartStream(Task.Parts parts) {
      this.parts = parts;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      for (int done = 0; done < length; ) {
        int next = Math.min(length - done, PIECE);
        piece.write(bytes, from + done, next);
        done += next;
        if (piece.size() >= PIECE) {
          send();
        }
      }
    }

    void send() throws IOException {
      if (piece.size() > 0) {
        parts.add(piece.toByteArray());
        piece.reset();
      }
    }
  }
}
