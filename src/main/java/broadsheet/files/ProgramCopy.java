package broadsheet.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The files with which this program runs in another folder: those of an unpacked release or of a
 * package, with the Java runtime if it has one, or those of a checkout that was built. Immutable.
 *
 * @param files the files and folders to copy, by their names there
 */
public record ProgramCopy(Map<String, Path> files) {

  private static final String JAR = "broadsheet.jar";
  private static final String LIBRARIES = "lib";
  private static final String RUNTIME = "runtime";
  private static final String LAUNCHER = "broadsheet";
  private static final String BATCH = "broadsheet.bat";
  private static final String SCRIPTS = "bin";

  /** The names of all that a copy may have. */
  public static final Set<String> NAMES =
      Set.of(
          JAR,
          LIBRARIES,
          RUNTIME,
          LAUNCHER,
          BATCH,
          SCRIPTS,
          "docs",
          "LICENSE",
          "NOTICE",
          "licences.txt",
          "broadsheet-sbom.json");

  /** The same as {@code src/dist/broadsheet}, which a package for Debian has no use for. */
  private static final String START =
      "#!/bin/sh\nexec \"$(dirname \"$(readlink -f \"$0\")\")/bin/broadsheet\" \"$@\"\n";

  public ProgramCopy {
    files = Map.copyOf(files);
  }

  /**
   * The program in a folder.
   *
   * @throws FolderException when it is neither a release nor a checkout that was built
   */
  static ProgramCopy of(Path home) {
    Map<String, Path> files = new LinkedHashMap<>();
    Path target = home.resolve("target");
    for (Path from : List.of(home.resolve("src").resolve("dist"), target, home)) {
      for (String name : NAMES) {
        Path file = from.resolve(name);
        boolean isBuildScript = from.equals(home) && name.equals(LAUNCHER);
        if (Files.exists(file) && !(isBuildScript && files.containsKey(LAUNCHER))) {
          files.put(name, file);
        }
      }
    }
    if (!files.keySet().containsAll(Set.of(JAR, LIBRARIES, SCRIPTS))) {
      throw new FolderException(
          "The program cannot be packed: %s is neither an unpacked release nor a checkout that was built. Run the launcher there, ./broadsheet."
              .formatted(home.toAbsolutePath().normalize()),
          null);
    }
    return new ProgramCopy(files);
  }

  /** Whether it brings a Java runtime, for machines like this one. */
  public boolean hasRuntime() {
    return files.containsKey(RUNTIME);
  }

  /** The bytes of all files. */
  public long bytes() throws IOException {
    long bytes = 0;
    for (Path file : files.values()) {
      bytes += bytes(file);
    }
    return bytes;
  }

  /** The bytes of a file, or of all files in a folder. */
  public static long bytes(Path folder) throws IOException {
    long[] sum = {0};
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes found) {
            sum[0] += found.size();
            return FileVisitResult.CONTINUE;
          }
        });
    return sum[0];
  }

  /** Copies the files with their dates, by which the launcher knows its start cache. */
  public void into(Path folder) throws IOException {
    for (var file : files.entrySet()) {
      copy(file.getValue(), folder.resolve(file.getKey()));
    }
    Path launcher = folder.resolve(LAUNCHER);
    if (Files.notExists(launcher)) {
      Files.writeString(launcher, START);
    }
    for (Path script : List.of(launcher, folder.resolve(SCRIPTS).resolve(LAUNCHER))) {
      script.toFile().setExecutable(true); // those of a checkout need not be
    }
    Path batch = folder.resolve(BATCH);
    if (Files.exists(batch)) { // Windows loses labels of a batch file whose lines end as on Unix
      Files.writeString(batch, Files.readString(batch).replaceAll("\r?\n", "\r\n"));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes found)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(visited)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes found)
              throws IOException {
            Path copy = file.equals(from) ? to : to.resolve(from.relativize(file));
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
