package broadsheet.corpus.archive;

import broadsheet.corpus.encoding.Decoding;
import broadsheet.corpus.format.Formats;
import broadsheet.corpus.format.Readers;
import broadsheet.corpus.office.OfficeKind;
import broadsheet.corpus.pack.Compression;
import broadsheet.corpus.pack.Damage;
import broadsheet.corpus.pack.DecompressionBudget;
import broadsheet.corpus.pack.EntryName;
import broadsheet.corpus.pack.Layer;
import broadsheet.corpus.pack.LimitExceeded;
import broadsheet.corpus.record.CorpusException;
import broadsheet.corpus.record.FileAccount;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.record.SeenNames;
import broadsheet.corpus.record.Siblings;
import broadsheet.corpus.record.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one file of the walk through all its compressions and containers, which may be nested and
 * are recognized by content. Entries that belong together are read last; see {@link HeldEntries}.
 * Use once. Not thread-safe.
 */
public final class Unpacking {
  private final Formats formats;
  private final FileAccount account;
  private final Siblings siblings;
  private final DecompressionBudget inflation;
  private final HeldEntries held;

  /**
   * @param siblings the files around the file on disk
   * @param inflation the budget of the file, which its siblings are charged to as well
   */
  public Unpacking(
      Formats formats, FileAccount account, Siblings siblings, DecompressionBudget inflation) {
    this.formats = formats;
    this.account = account;
    this.siblings = siblings;
    this.inflation = inflation;
    this.held = new HeldEntries(inflation);
  }

  /** Reads the file. Any problem is entered in the account. */
  public void read(SourceFile file, InputStream disk) {
    try (held) {
      read(file, Layer.ofDisk(inflation.packed(disk)), 0);
      held.readAll(
          (held, format, in, around) ->
              read(held, format, in, around, DecompressionBudget.DEEPEST));
    } catch (LimitExceeded e) {
      account.failed(e.place(), e.reason(), e.detail());
    } catch (IOException e) {
      enter(file, e);
    }
  }

  /**
   * Reads a file, or the content of a compression or container.
   *
   * @param depth the number of containers and compressions around it
   * @throws LimitExceeded if the whole file of the walk must be given up
   */
  public void read(SourceFile file, Layer in, int depth) throws LimitExceeded {
    if (Thread.currentThread().isInterrupted()) {
      throw new CorpusException("Reading was interrupted: run the command again");
    }
    try {
      layer(file, in, depth);
      in.damage().ifPresent(damage -> enter(file, damage));
    } catch (LimitExceeded | FileAccount.SinkFailure | CorpusException e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      enter(file, in.damage().isPresent() ? in.damage().get() : e);
    }
    inflation.check();
  }

  DecompressionBudget inflation() {
    return inflation;
  }

  FileAccount account() {
    return account;
  }

  private void layer(SourceFile file, Layer in, int depth) throws IOException {
    byte[] head = in.peek(Container.HEAD);
    Optional<Compression> compression = Compression.of(head);
    Optional<Container> container = Container.of(head);
    boolean isWhole = compression.isEmpty() && isDocument(file, head);
    Optional<String> unread = isWhole ? Optional.empty() : UnreadArchive.reason(file, head);
    if (unread.isPresent()) {
      account.skipped(file.place(), unread.get(), "");
    } else if ((compression.isEmpty() && container.isEmpty()) || isWhole) {
      document(file, in, depth);
    } else if (depth == DecompressionBudget.DEEPEST) {
      account.failed(file.place(), DecompressionBudget.TOO_DEEP, "");
    } else if (compression.isPresent()) {
      read(file, compression.get().open(in, file, inflation), depth + 1);
    } else {
      contained(container.get(), new Entries(file, in, this, depth + 1));
    }
  }

  /** Whether a file is one document even if it is an archive of parts. */
  private boolean isDocument(SourceFile file, byte[] head) {
    String start = new String(head, StandardCharsets.ISO_8859_1);
    return OfficeKind.of(file, start).isPresent()
        || formats.isOfExtension(new Peek(file, start, false));
  }

  private static void contained(Container kind, Entries entries) throws IOException {
    try {
      kind.read(entries);
    } finally {
      entries.end();
    }
  }

  private void document(SourceFile file, Layer unpacked, int depth) throws IOException {
    InputStream in = Decoding.withoutUtf16(unpacked);
    Peek peek = peek(file, in);
    if (peek.head().isEmpty() && unpacked.damage().isPresent()) {
      throw unpacked.damage().get();
    }
    Formats.Choice choice = formats.choose(peek);
    Records records = new Records(file, account, formats.completion());
    account.readBy(choice.format().map(Format::name).orElse(Readers.NONE));
    if (choice.format().isEmpty()) {
      records.skip(0, choice.reason());
      return;
    }
    Format format = choice.format().get();
    if (peek.head().isEmpty()) {
      records.skip(0, "empty file");
    } else if (file.isInContainer() && (format.mayHaveParts() || format.mayBePart(file.name()))) {
      held.hold(file, format, in, records);
    } else {
      read(file, format, in, siblings, depth);
    }
  }

  private void read(SourceFile file, Format format, InputStream in, Siblings around, int depth)
      throws IOException {
    Records records =
        new Records(file, account, formats.completion(), around)
            .with(new Attached(file, this, depth), inflation);
    boolean mayBePart = format.mayBePart(file.name());
    Optional<String> owner = mayBePart ? around.ownerOf("") : Optional.empty();
    if (owner.isPresent()) {
      records.skip(0, format.partReason(), "of " + owner.get());
      return;
    }
    format.read(in, records);
    inflation.check();
    if (records.isEmpty()) {
      records.skip(0, "no article in it");
    }
  }

  private static Peek peek(SourceFile file, InputStream in) throws IOException {
    in.mark(Peek.LENGTH);
    byte[] head = Layer.readSound(in, Peek.LENGTH);
    in.reset();
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return new Peek(file, Decoding.withoutMark(text), head.length < Peek.LENGTH);
  }

  private void enter(SourceFile file, Throwable wrong) {
    switch (wrong) {
      case Damage damage -> {
        if (damage.isNew()) {
          account.failed(file.place(), damage.reason(), damage.detail());
        }
      }
      case IOException e -> account.failed(file.place(), Damage.reason(e), Damage.detail(e));
      default -> account.failed(file.place(), "could not be read", wrong.toString());
    }
  }

  /** Reads the files inside a document, such as a message's attachments. Not thread-safe. */
  private static final class Attached implements Records.Inner {
    private final SourceFile document;
    private final Unpacking unpacking;
    private final int depth;
    private final SeenNames seen = new SeenNames();
    private long number;

    /**
     * @param depth the number of containers and compressions around the document
     */
    Attached(SourceFile document, Unpacking unpacking, int depth) {
      this.document = document;
      this.unpacking = unpacking;
      this.depth = depth;
    }

    @Override
    public String read(String rawName, String url, String charset, InputStream content)
        throws IOException {
      unpacking.inflation().entry(document);
      EntryName name = EntryName.of(rawName, ++number);
      while (!seen.add(name.text())) {
        name = name.numbered(number);
      }
      SourceFile file = document.inside(name.text(), url, charset);
      if (depth + 1 >= DecompressionBudget.DEEPEST) {
        unpacking.account().failed(file.place(), DecompressionBudget.TOO_DEEP, "");
      } else {
        unpacking.read(file, Layer.ofUnpacked(content, file, unpacking.inflation()), depth + 1);
      }
      return file.location();
    }
  }

  /** Recognizes files that look like archives of articles but cannot be read as such. */
  private static final class UnreadArchive {
    private static final String PROGRAM = "a program, packed as zip";

    private static final Map<String, String> BY_EXTENSION =
        Map.ofEntries(
            Map.entry("jar", PROGRAM),
            Map.entry("war", PROGRAM),
            Map.entry("ear", PROGRAM),
            Map.entry("apk", PROGRAM),
            Map.entry("whl", PROGRAM),
            Map.entry("xpi", PROGRAM));

    private static final int FIRST_NAME = 30;

    private UnreadArchive() {}

    /** Why it is not read; empty if nothing speaks against it. */
    static Optional<String> reason(SourceFile file, byte[] head) {
      String start = new String(head, StandardCharsets.ISO_8859_1);
      if (start.startsWith("7z\u00bc\u00af'\u001c")) {
        return Optional.of("a 7z archive: unpack it first");
      }
      if (start.startsWith("Rar!\u001a\u0007")) {
        return Optional.of("a RAR archive: unpack it first");
      }
      if (!start.startsWith(Zip.ENTRY)) {
        return Optional.empty();
      }
      String named = BY_EXTENSION.get(file.extension());
      return named == null ? byFirstEntry(start) : Optional.of(named);
    }

    /** Kinds that are recognized by their first entry. */
    private static Optional<String> byFirstEntry(String start) {
      String first = start.length() < FIRST_NAME ? "" : start.substring(FIRST_NAME);
      return first.startsWith("META-INF/") ? Optional.of(PROGRAM) : Optional.empty();
    }
  }
}
