import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the JVM's cache for a quick start so that each build makes the same bytes. A training run
 * loads other classes each time, so they are those of a list that was recorded once. The JVM then
 * writes the same file each time but for the milliseconds of a clock, in objects of the class
 * {@code SoftReference}: these are found by comparing two caches, and set to zero.
 */
final class StartCache {

  private static final int HEADER_CRC = 4;
  private static final int HEADER_SIZE = 12;

  /** The checksum in the header covers what follows the size of the header. */
  private static final int CHECKED = 16;

  /**
   * The offsets, in an entry of the header's table of regions, of its place in the file and its
   * size.
   */
  private static final int PLACE = 24;

  private static final int SIZE = 40;

  private final Path home;
  private final Path log;

  /** Takes the folder of the release, which has a runtime, and the file that gets the output. */
  StartCache(Path home, Path log) {
    this.home = home;
    this.log = log;
  }

  /** Writes the list of the classes that a training run loads, which need not be the same twice. */
  void record(Path list) throws IOException, InterruptedException {
    Path recorded = Files.createTempFile("classes", "");
    run("-XX:DumpLoadedClassList=" + recorded, "broadsheet.cli.AotTrainingRun");
    try (BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(list)), UTF_8))) {
      for (String line : Files.readAllLines(recorded)) {
        if (!line.startsWith("#") && !line.contains(" source: ")) {
          out.write(line + "\n");
        }
      }
    }
    Files.delete(recorded);
  }

  /** Writes the cache of the classes in a list. */
  void make(Path list, Path cache) throws IOException, InterruptedException {
    Path classes = Files.createTempFile("classes", "");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(list))) {
      Files.write(classes, in.readAllBytes());
    }
    byte[] first = dump(classes, cache);
    byte[] second = dump(classes, cache);
    Files.delete(classes);
    withoutClock(first, second);
    Files.write(cache, first);
  }

  private byte[] dump(Path classes, Path cache) throws IOException, InterruptedException {
    run(
        "-Xshare:dump",
        "-XX:+AOTClassLinking",
        "-XX:SharedClassListFile=" + classes,
        "-XX:SharedArchiveFile=" + cache);
    return Files.readAllBytes(cache);
  }

  private void run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("runtime/bin/java").toString());
    // The cache holds the size of the heap and the number of processors.
    command.addAll(
        List.of(
            "-Xmx2g",
            "-XX:ActiveProcessorCount=8",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "-Xlog:disable"));
    // Paths from here on: the cache has them in it, and is used in any folder if they begin so.
    command.addAll(List.of("-Dbroadsheet.home=.", "-cp", "./broadsheet.jar"));
    command.addAll(List.of(arguments));
    ProcessBuilder program = new ProcessBuilder(command).directory(home.toFile());
    program.environment().clear();
    program.environment().put("LC_ALL", "C.UTF-8");
    program.redirectErrorStream(true).redirectOutput(log.toFile());
    if (program.start().waitFor() != 0) {
      throw new IOException("The start cache could not be made: see " + log);
    }
  }

  /** Sets to zero what differs in two caches, which must be times of a clock, in the first. */
  private static void withoutClock(byte[] first, byte[] second) throws IOException {
    ByteBuffer cache = ByteBuffer.wrap(first).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer later = ByteBuffer.wrap(second).order(ByteOrder.LITTLE_ENDIAN);
    int header = cache.getInt(HEADER_SIZE);
    List<Integer> regions = regions(cache, header);
    if (first.length != second.length || cache.getInt(HEADER_CRC) != headerCrc(cache, header)) {
      throw new IOException("Two start caches have unlike sizes, or a header of another form.");
    }
    for (int at = header; at + Long.BYTES <= first.length; at += Long.BYTES) {
      long tick = later.getLong(at) - cache.getLong(at);
      if (tick < 0 || tick > 3_600_000 || cache.getLong(at) < 0 && tick != 0) {
        throw new IOException("Two start caches differ in more than a clock, at byte " + at);
      }
      if (tick != 0) {
        cache.putLong(at, 0);
      }
    }
    for (int region : regions) {
      cache.putInt(region, crc(cache, cache.getInt(region + PLACE), cache.getInt(region + SIZE)));
    }
    cache.putInt(HEADER_CRC, headerCrc(cache, header));
  }

  /** The places of the checksums of the regions in the header: each is found by its being right. */
  private static List<Integer> regions(ByteBuffer cache, int header) {
    List<Integer> found = new ArrayList<>();
    for (int at = CHECKED; at + SIZE + Long.BYTES <= header; at += Integer.BYTES) {
      long place = cache.getLong(at + PLACE);
      long size = cache.getLong(at + SIZE);
      if (place >= header && size > 0 && size <= cache.capacity() - place) {
        if (cache.getInt(at) == crc(cache, (int) place, (int) size)) {
          found.add(at);
        }
      }
    }
    return found;
  }

  private static int headerCrc(ByteBuffer cache, int header) {
    return crc(cache, CHECKED, header - CHECKED);
  }

  private static int crc(ByteBuffer cache, int place, int size) {
    CRC32 crc = new CRC32();
    crc.update(Arrays.copyOfRange(cache.array(), place, place + size));
    return (int) crc.getValue();
  }
}
