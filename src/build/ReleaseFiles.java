import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/**
 * Makes what {@code mvn -Pdist package} releases, in {@code target/dist}: a zip that needs Java 25;
 * a {@code tar.gz} and a package for Debian with a Java runtime; the models for search by meaning,
 * if they were built; the bill of materials, and the checksums of all. Two builds of one commit
 * with one JDK make the same bytes: decision 63.
 *
 * <p>Arguments: {@code zip}, for its test, or {@code all}; the version; the date of all files (ISO
 * 8601); and {@code record}, which first records the classes of the start cache anew, or {@code
 * kept}.
 */
public final class ReleaseFiles {

  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path DIST = TARGET.resolve("dist");
  private static final Path DEB = Path.of("src", "deb");
  private static final Path CLASSES = Path.of("src", "build", "start-classes.gz");
  private static final String HOME = "usr/lib/broadsheet/";
  private static final String DOC = "usr/share/doc/broadsheet/";

  /** Files and folders of the sources that a release has. */
  private static final String SOURCES =
      "README.md,CHANGELOG.md,CONTRIBUTING.md,Dockerfile,LICENSE,seeds/**,docs/**";

  /** All of Java SE, since libraries look classes up by name; old encodings; what jdeps adds. */
  private static final List<String> JLINK =
      List.of(
          "--add-modules",
          "java.se,jdk.charsets,jdk.localedata,jdk.management,jdk.unsupported,jdk.zipfs",
          "--strip-debug",
          "--no-man-pages",
          "--no-header-files",
          "--compress=zip-0",
          "--output");

  /** Models by the language in the name of their file. */
  private static final Map<String, String> MODELS =
      Map.of("en", "all-minilm-l6-v2", "zh", "bge-small-zh-v1.5");

  private final String version;
  private final Instant date;
  private final Archives archives;
  private final String name;
  private final Path folder;

  private ReleaseFiles(String version, Instant date) {
    this.version = version;
    this.date = date;
    archives = new Archives(date);
    name = "broadsheet-" + version;
    folder = DIST.resolve(name);
  }

  public static void main(String[] args) throws Exception {
    Path notice = TARGET.resolve("NOTICE");
    Notices.main(new String[] {TARGET + "/lib", notice.toString(), "NOTICE"});
    ReleaseFiles release = new ReleaseFiles(args[1], Instant.parse(args[2]));
    release.makeFolder();
    int level = args[0].equals("all") ? Deflater.DEFAULT_COMPRESSION : Deflater.NO_COMPRESSION;
    release.archives.zip(release.entries(file -> true), DIST.resolve(release.name + ".zip"), level);
    if (args[0].equals("all")) {
      release.makeRuntime(args[3].equals("record"));
      release.makeArchives();
      release.makeModels();
      Path sbom = TARGET.resolve("broadsheet-sbom.json");
      Files.copy(sbom, DIST.resolve(release.name + "-sbom.json"));
    }
    delete(release.folder);
    if (args[0].equals("all")) {
      writeSums();
    }
  }

  private void makeFolder() throws IOException {
    delete(DIST);
    Files.createDirectories(folder);
    for (String file : List.of("licences.txt", "NOTICE", "broadsheet-sbom.json")) {
      if (Files.exists(TARGET.resolve(file))) {
        Files.copy(TARGET.resolve(file), folder.resolve(file));
      }
    }
    archives.jar(TARGET.resolve("jar/broadsheet.jar"), folder.resolve("broadsheet.jar"));
    copy(TARGET.resolve("lib"), folder.resolve("lib"));
    for (String source : SOURCES.split(",", -1)) {
      Path path = Path.of(source.replace("/**", ""));
      copy(path, folder.resolve(path));
    }
    copy(Path.of("src", "dist"), folder);
    // Windows loses labels of a batch file whose lines end as on Unix.
    Path batch = folder.resolve("broadsheet.bat");
    Files.writeString(batch, Files.readString(batch).replaceAll("\r?\n", "\r\n"));
    setDates();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = file.equals(from) ? to : to.resolve(from.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  /** The start cache is valid for the dates and sizes of the libraries. */
  private void setDates() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(date));
      }
    }
  }

  private Map<String, Archives.Entry> entries(Predicate<String> isTaken) throws IOException {
    Map<String, Archives.Entry> entries = Archives.entries(folder, name + "/");
    entries.keySet().removeIf(isTaken.negate());
    return entries;
  }

  private void makeRuntime(boolean isRecorded) throws IOException, InterruptedException {
    Path runtime = folder.resolve("runtime");
    List<String> options = new ArrayList<>(JLINK);
    options.add(runtime.toString());
    ToolProvider jlink = ToolProvider.findFirst("jlink").orElseThrow();
    if (jlink.run(System.out, System.err, options.toArray(String[]::new)) != 0) {
      throw new IOException("jlink made no runtime");
    }
    setDates();
    StartCache maker = new StartCache(folder, TARGET.resolve("start-cache.log"));
    if (isRecorded) {
      maker.record(CLASSES);
    }
    Path cache = runtime.resolve("start.aot");
    maker.make(CLASSES, cache);
    // Says that the cache is as it was made, by a date that is not before its own.
    Files.createFile(runtime.resolve("start.aot.whole"));
    setDates();
  }

  private static String processor() {
    String arch = System.getProperty("os.arch");
    return arch.equals("aarch64") ? "arm64" : arch;
  }

  private void makeArchives() throws IOException {
    archives.tarGz(
        entries(file -> !file.endsWith(".bat")),
        DIST.resolve(name + "-linux-" + processor() + ".tar.gz"));
    Map<String, Archives.Entry> files = debianFiles();
    String debian = version.replace('-', '~');
    archives.deb(
        debianControl(debian, files),
        withFolders(files),
        DIST.resolve("broadsheet_" + debian + "_" + processor() + ".deb"));
  }

  /** The files of the package, by the paths where Debian wants them. */
  private Map<String, Archives.Entry> debianFiles() throws IOException {
    Map<String, Archives.Entry> files = new TreeMap<>();
    Archives.entries(folder, "")
        .forEach(
            (path, entry) -> {
              if (path.matches("(broadsheet\\.jar|lib/.+|runtime/.+|bin/.+|seeds/.+)")) {
                files.put(HOME + path, entry);
              } else if (path.matches("(README.md|CHANGELOG.md|NOTICE|licences.txt|docs/.+)")
                  || path.equals("broadsheet-sbom.json")) {
                files.put(DOC + path, entry);
              }
            });
    files.putAll(Archives.entries(DEB.resolve("files"), ""));
    files.put("usr/bin/broadsheet", Archives.Entry.linkTo("../lib/broadsheet/bin/broadsheet"));
    files.put(HOME + "index", Archives.Entry.linkTo("/var/lib/broadsheet/index"));
    byte[] manual = Archives.gzip(Files.readAllBytes(DEB.resolve("broadsheet.1")));
    files.put("usr/share/man/man1/broadsheet.1.gz", Archives.Entry.of(manual));
    files.put(DOC + "changelog.gz", Archives.Entry.of(changelog()));
    files.keySet().removeIf(path -> path.endsWith("/"));
    return files;
  }

  private byte[] changelog() throws IOException {
    String text =
        "broadsheet (%s) stable; urgency=medium\n\n  * See CHANGELOG.md.\n\n -- %s  %s\n"
            .formatted(
                version.replace('-', '~'),
                maintainer(),
                DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
                    .format(date.atOffset(ZoneOffset.UTC)));
    return Archives.gzip(text.getBytes(UTF_8));
  }

  private static String maintainer() throws IOException {
    return Files.readString(DEB.resolve("control/control"))
        .lines()
        .filter(line -> line.startsWith("Maintainer: "))
        .map(line -> line.substring("Maintainer: ".length()))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Archives.Entry> debianControl(
      String version, Map<String, Archives.Entry> files) throws IOException {
    Map<String, Archives.Entry> control = Archives.entries(DEB.resolve("control"), "./");
    control.remove("./");
    String about =
        Files.readString(DEB.resolve("control/control"))
            .replace("@version@", version)
            .replace("@architecture@", processor())
            .replace("@size@", Long.toString(Archives.kilobytes(files.values())));
    control.put("./control", Archives.Entry.of(about.getBytes(UTF_8)));
    StringBuilder sums = new StringBuilder();
    for (var file : files.entrySet()) {
      if (file.getValue().link() == null) {
        sums.append(digest("MD5", file.getValue().bytes())).append("  ");
        sums.append(file.getKey()).append('\n');
      }
    }
    control.put("./md5sums", Archives.Entry.of(sums.toString().getBytes(UTF_8)));
    return control;
  }

  /** The paths from the root on, with all folders above them. */
  private static Map<String, Archives.Entry> withFolders(Map<String, Archives.Entry> files) {
    Map<String, Archives.Entry> all = new TreeMap<>();
    files.forEach(
        (path, entry) -> {
          all.put("./" + path, entry);
          for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
            all.put("./" + path.substring(0, at + 1), Archives.Entry.of(TARGET));
          }
        });
    return all;
  }

  /** Release files of models: a model with the module that runs it. */
  private void makeModels() throws IOException {
    Path module = TARGET.resolve("jar/broadsheet-semantic.jar");
    if (!Files.exists(TARGET.resolve("semantic/onnxruntime.jar")) || !Files.exists(module)) {
      return;
    }
    for (var model : MODELS.entrySet()) {
      Path files = TARGET.resolve("models").resolve(model.getValue());
      String semantic = name + "/semantic/";
      Map<String, Archives.Entry> entries =
          Archives.entries(files, name + "/models/" + model.getValue() + "/");
      Path jar = folder.resolve("broadsheet-semantic.jar");
      archives.jar(module, jar);
      entries.put(semantic + "broadsheet-semantic.jar", Archives.Entry.of(jar));
      entries.put(
          semantic + "onnxruntime.jar",
          Archives.Entry.of(TARGET.resolve("semantic/onnxruntime.jar")));
      entries.put(
          semantic + "licence.txt", Archives.Entry.of(Path.of("src", "semantic", "licence.txt")));
      Path zip = DIST.resolve(name + "-meaning-" + model.getKey() + ".zip");
      archives.zip(entries, zip, Deflater.DEFAULT_COMPRESSION);
    }
  }

  private static void writeSums() throws IOException {
    StringBuilder sums = new StringBuilder();
    try (Stream<Path> files = Files.list(DIST)) {
      for (Path file : files.sorted().toList()) {
        sums.append(digest("SHA-256", Files.readAllBytes(file))).append("  ");
        sums.append(file.getFileName()).append('\n');
      }
    }
    Files.writeString(DIST.resolve("SHA256SUMS"), sums);
  }

  private static String digest(String algorithm, byte[] bytes) throws IOException {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
