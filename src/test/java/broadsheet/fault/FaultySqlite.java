package broadsheet.fault;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.util.Objects.requireNonNull;

import broadsheet.fault.Faults.Kind;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite's files, with {@link Faults} in their changes. Once installed, the functions by which
 * SQLite opens and deletes files in this process are ours, and so are those by which it writes to
 * the files that it opened: each asks first, then calls SQLite's own. The library does not export
 * the table of these functions, so it is looked up in its data. Linux on 64 bits alone.
 *
 * @see <a href="https://sqlite.org/c3ref/vfs.html">sqlite3_vfs</a>
 * @see <a href="https://sqlite.org/c3ref/io_methods.html">sqlite3_io_methods</a>
 */
@SuppressWarnings("restricted") // functions of the operating system
public final class FaultySqlite {

  private static final int OK = 0;
  private static final int FULL = 13;
  private static final int CANTOPEN = 14;
  private static final int IOERR_FSYNC = 10 | 4 << 8;
  private static final int IOERR_TRUNCATE = 10 | 6 << 8;
  private static final int IOERR_DELETE = 10 | 10 << 8;
  private static final int IOERR_SHMSIZE = 10 | 19 << 8;

  /** Offsets within sqlite3_vfs. */
  private static final long MAX_PATHNAME = 8;

  private static final long NAME = 24;
  private static final long OPEN = 40;
  private static final long DELETE = 48;
  private static final long VFS_BYTES = 168;

  /** Offsets within sqlite3_io_methods. */
  private static final long WRITE = 24;

  private static final long TRUNCATE = 32;
  private static final long SYNC = 40;
  private static final long FILE_SIZE = 48;
  private static final long SHM_MAP = 104;
  private static final long METHODS_BYTES = 152;

  private static final int USUAL_MAX_PATHNAME = 512;
  private static final String DEFAULT_VFS = "unix";

  private static final Linker LINKER = Linker.nativeLinker();
  private static final Arena ARENA = Arena.global();

  private final MethodHandle open;
  private final MethodHandle delete;

  /** The functions of a file as SQLite made them, by the address of its table. */
  private final Map<Long, Methods> methods = new ConcurrentHashMap<>();

  /** The open files by address. */
  private final Map<Long, OpenFile> files = new ConcurrentHashMap<>();

  private record OpenFile(String name, Methods methods) {}

  private record Range(long from, long to) {
    boolean holds(long address) {
      return from <= address && address < to;
    }
  }

  private FaultySqlite(MemorySegment vfs) throws ReflectiveOperationException {
    open = native_(vfs.get(ADDRESS, OPEN), ADDRESS, ADDRESS, ADDRESS, JAVA_INT, ADDRESS);
    delete = native_(vfs.get(ADDRESS, DELETE), ADDRESS, ADDRESS, JAVA_INT);
    vfs.set(ADDRESS, OPEN, ours("open", ADDRESS, ADDRESS, ADDRESS, JAVA_INT, ADDRESS));
    vfs.set(ADDRESS, DELETE, ours("delete", ADDRESS, ADDRESS, JAVA_INT));
  }

  /** Puts faults into all databases that are opened in this process from now on. */
  public static void install() throws Exception {
    SQLiteJDBCLoader.initialize();
    new FaultySqlite(vfs());
  }

  private static MemorySegment vfs() throws IOException {
    List<Range> all = new ArrayList<>();
    List<Range> data = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) {
      if (line.toLowerCase(Locale.ROOT).contains("sqlitejdbc")) {
        String[] ends = line.substring(0, line.indexOf(' ')).split("-", -1);
        Range range = new Range(Long.parseLong(ends[0], 16), Long.parseLong(ends[1], 16));
        all.add(range);
        if (line.contains(" rw")) {
          data.add(range);
        }
      }
    }
    return data.stream()
        .flatMap(range -> candidates(range, all).stream())
        .findFirst()
        .orElseThrow(() -> new IOException("SQLite's table of functions was not found"));
  }

  private static List<MemorySegment> candidates(Range range, List<Range> library) {
    List<MemorySegment> found = new ArrayList<>();
    for (long at = range.from; at + VFS_BYTES <= range.to; at += 8) {
      MemorySegment vfs = MemorySegment.ofAddress(at).reinterpret(VFS_BYTES);
      long name = vfs.get(JAVA_LONG, NAME);
      if (vfs.get(JAVA_INT, MAX_PATHNAME) == USUAL_MAX_PATHNAME
          && library.stream().anyMatch(each -> each.holds(name))
          && text(MemorySegment.ofAddress(name)).equals(DEFAULT_VFS)) {
        found.add(vfs);
      }
    }
    return found;
  }

  private static String text(MemorySegment address) {
    return address.reinterpret(4096).getString(0);
  }

  private static MethodHandle native_(MemorySegment function, ValueLayout... arguments) {
    return LINKER.downcallHandle(function, FunctionDescriptor.of(JAVA_INT, arguments));
  }

  private MemorySegment ours(String name, ValueLayout... arguments)
      throws ReflectiveOperationException {
    FunctionDescriptor shape = FunctionDescriptor.of(JAVA_INT, arguments);
    MethodType type = shape.toMethodType();
    return LINKER.upcallStub(
        MethodHandles.lookup().findVirtual(FaultySqlite.class, name, type).bindTo(this),
        shape,
        ARENA);
  }

  /** The functions of a file that change it, and the table with ours in their place. */
  private final class Methods {
    private final MethodHandle write;
    private final MethodHandle truncate;
    private final MethodHandle sync;
    private final MethodHandle size;
    private final @Nullable MethodHandle share;
    private final MemorySegment table;

    Methods(MemorySegment given) {
      MemorySegment original = given.reinterpret(METHODS_BYTES);
      write = native_(original.get(ADDRESS, WRITE), ADDRESS, ADDRESS, JAVA_INT, JAVA_LONG);
      truncate = native_(original.get(ADDRESS, TRUNCATE), ADDRESS, JAVA_LONG);
      sync = native_(original.get(ADDRESS, SYNC), ADDRESS, JAVA_INT);
      size = native_(original.get(ADDRESS, FILE_SIZE), ADDRESS, ADDRESS);
      MemorySegment sharing = original.get(ADDRESS, SHM_MAP);
      share =
          sharing.address() == 0
              ? null
              : native_(sharing, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);
      table = ARENA.allocate(METHODS_BYTES, 8).copyFrom(original);
      try {
        table.set(ADDRESS, WRITE, ours("write", ADDRESS, ADDRESS, JAVA_INT, JAVA_LONG));
        table.set(ADDRESS, TRUNCATE, ours("truncate", ADDRESS, JAVA_LONG));
        table.set(ADDRESS, SYNC, ours("sync", ADDRESS, JAVA_INT));
        if (share != null) {
          MemorySegment ours = ours("share", ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);
          table.set(ADDRESS, SHM_MAP, ours);
        }
      } catch (ReflectiveOperationException e) {
        throw new LinkageError("a method is missing", e);
      }
    }

    long size(MemorySegment file) throws Throwable {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment length = arena.allocate(JAVA_LONG);
        int code = (int) size.invokeExact(file, length);
        return code == OK ? length.get(JAVA_LONG, 0) : 0;
      }
    }
  }

  private interface Call {
    int run() throws Throwable;
  }

  /** Nothing may be thrown into SQLite. */
  private static int call(int failure, Call call) {
    try {
      return call.run();
    } catch (Throwable e) {
      e.printStackTrace();
      return failure;
    }
  }

  private OpenFile file(MemorySegment file) {
    return requireNonNull(files.get(file.address()));
  }

  int open(
      MemorySegment vfs, MemorySegment name, MemorySegment file, int flags, MemorySegment out) {
    return call(
        CANTOPEN,
        () -> {
          String path = name.address() == 0 ? "" : text(name);
          if (!path.isEmpty() && Files.notExists(Path.of(path)) && Faults.hits(Kind.CREATE, path)) {
            return CANTOPEN;
          }
          int code = (int) open.invokeExact(vfs, name, file, flags, out);
          MemorySegment opened = file.reinterpret(8);
          if (code == OK && !path.isEmpty()) {
            MemorySegment table = opened.get(ADDRESS, 0);
            Methods own = methods.computeIfAbsent(table.address(), _ -> new Methods(table));
            files.put(file.address(), new OpenFile(path, own));
            opened.set(ADDRESS, 0, own.table);
          }
          return code;
        });
  }

  int delete(MemorySegment vfs, MemorySegment name, int syncs) {
    return call(
        IOERR_DELETE,
        () -> {
          String path = text(name);
          boolean isThere = Files.exists(Path.of(path));
          return isThere && Faults.hits(Kind.DELETE, path)
              ? IOERR_DELETE
              : (int) delete.invokeExact(vfs, name, syncs);
        });
  }

  int write(MemorySegment file, MemorySegment bytes, int count, long offset) {
    return call(
        FULL,
        () -> {
          OpenFile asked = file(file);
          Faults.changed(asked.name, asked.methods.size(file));
          boolean isHit = Faults.hits(Kind.WRITE, asked.name);
          int most = isHit ? count / 2 : count;
          int code =
              most == 0 ? OK : (int) asked.methods.write.invokeExact(file, bytes, most, offset);
          return isHit ? FULL : code;
        });
  }

  int truncate(MemorySegment file, long size) {
    return call(
        IOERR_TRUNCATE,
        () -> {
          OpenFile asked = file(file);
          return Faults.hits(Kind.TRUNCATE, asked.name)
              ? IOERR_TRUNCATE
              : (int) asked.methods.truncate.invokeExact(file, size);
        });
  }

  int sync(MemorySegment file, int flags) {
    return call(
        IOERR_FSYNC,
        () -> {
          OpenFile asked = file(file);
          if (Faults.hits(Kind.SYNC, asked.name)) {
            return IOERR_FSYNC;
          }
          int code = (int) asked.methods.sync.invokeExact(file, flags);
          Faults.synced(asked.name, asked.methods.size(file));
          return code;
        });
  }

  int share(MemorySegment file, int page, int size, int extends_, MemorySegment out) {
    return call(
        IOERR_SHMSIZE,
        () -> {
          OpenFile asked = file(file);
          return extends_ != 0 && Faults.hits(Kind.SHARE, asked.name)
              ? IOERR_SHMSIZE
              : (int)
                  requireNonNull(asked.methods.share).invokeExact(file, page, size, extends_, out);
        });
  }
}
