package broadsheet.fault;

import broadsheet.fault.Faults.Kind;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.CopyOption;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.spi.FileSystemProvider;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.tests.mockfile.FilterFileChannel;
import org.apache.lucene.tests.mockfile.FilterFileSystem;
import org.apache.lucene.tests.mockfile.FilterFileSystemProvider;
import org.apache.lucene.tests.mockfile.FilterPath;

/**
 * The files of this machine, with {@link Faults} in their changes. Java uses it for all files,
 * Lucene's among them, when it is started with {@link #OPTION}.
 */
public final class FaultyFiles extends FilterFileSystemProvider {

  /** The option of the virtual machine. */
  public static final String OPTION =
      "-Djava.nio.file.spi.DefaultFileSystemProvider=" + FaultyFiles.class.getName();

  private static final Set<StandardOpenOption> CHANGING =
      Set.of(StandardOpenOption.WRITE, StandardOpenOption.APPEND);

  /** Called by Java. */
  public FaultyFiles(FileSystemProvider platform) {
    super("file", platform);
    fileSystem = new FilterFileSystem(this, platform.getFileSystem(URI.create("file:///")));
  }

  @Override
  public FilterPath wrapPath(Path path) {
    return new FilterPath(path, fileSystem) {
      @Override
      public File toFile() {
        return new File(toString());
      }
    };
  }

  private static void ask(Kind kind, Path file) throws IOException {
    if (Faults.hits(kind, file.toString())) {
      throw failed(file);
    }
  }

  private static IOException failed(Path file) {
    return new FileSystemException(file.toString(), null, "No space left on device");
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    if (Files.notExists(folder)) {
      ask(Kind.CREATE, folder.toAbsolutePath());
    }
    super.createDirectory(folder, attributes);
  }

  @Override
  public void delete(Path path) throws IOException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      ask(Kind.DELETE, path.toAbsolutePath());
    }
    super.delete(path);
  }

  @Override
  public boolean deleteIfExists(Path path) throws IOException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      ask(Kind.DELETE, path.toAbsolutePath());
    }
    return super.deleteIfExists(path);
  }

  @Override
  public void copy(Path from, Path to, CopyOption... options) throws IOException {
    ask(Kind.CREATE, to.toAbsolutePath());
    ask(Kind.WRITE, to.toAbsolutePath());
    super.copy(from, to, options);
    Faults.changed(to.toAbsolutePath().toString(), 0);
  }

  @Override
  public void move(Path from, Path to, CopyOption... options) throws IOException {
    ask(Kind.RENAME, to.toAbsolutePath());
    super.move(from, to, options);
    Faults.renamed(from.toAbsolutePath().toString(), to.toAbsolutePath().toString());
  }

  @Override
  public void createLink(Path link, Path existing) throws IOException {
    ask(Kind.CREATE, link.toAbsolutePath());
    super.createLink(link, existing);
  }

  @Override
  public OutputStream newOutputStream(Path path, OpenOption... options) throws IOException {
    Set<OpenOption> usual =
        Set.of(
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    Set<OpenOption> given = options.length == 0 ? usual : writing(options);
    return Channels.newOutputStream(newFileChannel(path, given));
  }

  private static Set<OpenOption> writing(OpenOption... options) {
    Set<OpenOption> all = new HashSet<>(Set.of(options));
    all.add(StandardOpenOption.WRITE);
    return all;
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return newFileChannel(path, options, attributes);
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    Path file = path.toAbsolutePath();
    boolean isChanging = options.stream().anyMatch(CHANGING::contains);
    if (isChanging && Files.notExists(file)) {
      ask(Kind.CREATE, file);
    }
    boolean isEmptied = options.contains(StandardOpenOption.TRUNCATE_EXISTING);
    if (isChanging && isEmptied && Files.exists(file) && Files.size(file) > 0) {
      ask(Kind.TRUNCATE, file);
    }
    return new Channel(super.newFileChannel(path, options, attributes), file, isChanging);
  }

  /** A channel whose writes may fail half-way. */
  private static final class Channel extends FilterFileChannel {
    private final Path file;
    private final boolean isChanging;

    Channel(FileChannel delegate, Path file, boolean isChanging) {
      super(delegate);
      this.file = file;
      this.isChanging = isChanging;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      Faults.changed(file.toString(), delegate.size());
      if (Faults.hits(Kind.WRITE, file.toString())) {
        delegate.write(half(bytes));
        throw failed(file);
      }
      return delegate.write(bytes);
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
      Faults.changed(file.toString(), delegate.size());
      if (Faults.hits(Kind.WRITE, file.toString())) {
        delegate.write(half(bytes), position);
        throw failed(file);
      }
      return delegate.write(bytes, position);
    }

    @Override
    public long write(ByteBuffer[] bytes, int offset, int length) throws IOException {
      ask(Kind.WRITE, file);
      Faults.changed(file.toString(), delegate.size());
      return delegate.write(bytes, offset, length);
    }

    private static ByteBuffer half(ByteBuffer bytes) {
      return bytes.duplicate().limit(bytes.position() + bytes.remaining() / 2);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      if (size < delegate.size()) {
        ask(Kind.TRUNCATE, file);
      }
      delegate.truncate(size);
      return this;
    }

    @Override
    public MemorySegment map(MapMode mode, long offset, long size, Arena arena) throws IOException {
      return delegate.map(mode, offset, size, arena);
    }

    @Override
    public void force(boolean isAll) throws IOException {
      ask(Kind.SYNC, file);
      delegate.force(isAll);
      if (isChanging) {
        Faults.synced(file.toString(), delegate.size());
      }
    }
  }
}
