package broadsheet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.Smoke;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;

/**
 * The release files are free of all that made two builds of one commit unlike: dates, owners, modes
 * and the order in which a disk lists files. The package for Debian has what Debian expects.
 */
class ReleaseFilesIT {

  private static final Path DIST = Path.of("target", "dist");

  private static final Instant DATE = date();

  /** A zip has dates without a time zone. */
  private static final LocalDateTime LOCAL_DATE = LocalDateTime.ofInstant(DATE, ZoneOffset.UTC);

  private static Instant date() {
    try {
      String pom = Files.readString(Path.of("pom.xml"));
      return Instant.parse(pom.replaceAll("(?s).*<project.build.outputTimestamp>([^<]+)<.*", "$1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path released(String glob) throws IOException {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(DIST, glob)) {
      var files = found.iterator();
      assumeTrue(files.hasNext(), "only with -Pdist");
      return files.next();
    }
  }

  @Smoke
  @Test
  void zipAndItsProgramDependOnNoMachine() throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(released("broadsheet-*[0-9T].zip")).get()) {
      List<ZipArchiveEntry> entries = Collections.list(zip.getEntriesInPhysicalOrder());
      entries.forEach(ReleaseFilesIT::assertIsSame);
      assertThat(entries).extracting(ZipArchiveEntry::getName).isSorted();
      ZipArchiveEntry program =
          entries.stream().filter(e -> e.getName().endsWith("/broadsheet.jar")).findAny().get();
      try (var jar = new ZipArchiveInputStream(zip.getInputStream(program))) {
        for (var entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
          assertThat(entry.getTimeLocal()).as(entry.getName()).isEqualTo(LOCAL_DATE);
        }
      }
    }
  }

  private static void assertIsSame(ZipArchiveEntry entry) {
    assertThat(entry.getTimeLocal()).as(entry.getName()).isEqualTo(LOCAL_DATE);
    assertThat(entry.getUnixMode() & 0777).as(entry.getName()).isIn(0644, 0755);
    assertThat(entry.getExtraFields()).as(entry.getName()).isEmpty();
  }

  @Test
  void archiveForLinuxDependsOnNoMachine() throws IOException {
    try (InputStream in = Files.newInputStream(released("*-linux-*.tar.gz"))) {
      List<TarArchiveEntry> entries = new ArrayList<>(entries(in).values());
      assertThat(entries).hasSizeGreaterThan(300);
    }
  }

  /** The entries of a packed archive, in their order. */
  private static Map<String, TarArchiveEntry> entries(InputStream in) throws IOException {
    Map<String, TarArchiveEntry> entries = new TreeMap<>();
    List<String> names = new ArrayList<>();
    TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(in));
    for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      String name = entry.getName();
      assertThat(entry.getLastModifiedTime().toInstant()).as(name).isEqualTo(DATE);
      assertThat(entry.getLongUserId() + entry.getLongGroupId()).as(name).isZero();
      assertThat(entry.getUserName() + entry.getGroupName()).as(name).isEqualTo("rootroot");
      assertThat(entry.getMode() & 0777).as(name).isIn(0644, 0755, 0777);
      assertThat((entry.getMode() & 0777) == 0777).as(name).isEqualTo(entry.isSymbolicLink());
      names.add(name);
      entries.put(name, entry);
    }
    assertThat(names).isSorted().hasSize(entries.size());
    return entries;
  }

  @Test
  void packageForDebianHasItsFilesAndScripts() throws IOException {
    Map<String, Map<String, TarArchiveEntry>> parts = new TreeMap<>();
    List<String> names = new ArrayList<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(released("*.deb")));
        ArArchiveInputStream ar = new ArArchiveInputStream(in)) {
      for (ArArchiveEntry each = ar.getNextEntry(); each != null; each = ar.getNextEntry()) {
        assertThat(each.getLastModified()).isEqualTo(DATE.getEpochSecond());
        names.add(each.getName());
        if (each.getName().endsWith(".tar.gz")) {
          parts.put(each.getName(), entries(ar));
        }
      }
    }
    assertThat(names).containsExactly("debian-binary", "control.tar.gz", "data.tar.gz");
    Map<String, TarArchiveEntry> control = requireNonNull(parts.get("control.tar.gz"));
    assertThat(control.keySet())
        .containsExactlyInAnyOrder(
            "./conffiles", "./control", "./md5sums", "./postinst", "./postrm", "./prerm");
    for (String script : List.of("./postinst", "./postrm", "./prerm")) {
      assertThat(requireNonNull(control.get(script)).getMode() & 0777).as(script).isEqualTo(0755);
    }
    Map<String, TarArchiveEntry> data = requireNonNull(parts.get("data.tar.gz"));
    assertThat(data)
        .containsKeys(
            "./etc/default/broadsheet",
            "./usr/lib/systemd/system/broadsheet.service",
            "./usr/lib/broadsheet/runtime/start.aot",
            "./usr/share/doc/broadsheet/copyright",
            "./usr/share/doc/broadsheet/docs/deploy.md");
    assertThat(requireNonNull(data.get("./usr/bin/broadsheet")).getLinkName())
        .isEqualTo("../lib/broadsheet/bin/broadsheet");
    assertThat(requireNonNull(data.get("./usr/lib/broadsheet/bin/broadsheet")).getMode() & 0777)
        .isEqualTo(0755);
    assertThat(data.keySet()).noneMatch(name -> name.startsWith("./var/"));
  }

  @Test
  void checksumsAreThoseOfAllFiles() throws Exception {
    Path sums = released("SHA256SUMS");
    List<String> named = new ArrayList<>();
    for (String line : Files.readAllLines(sums, UTF_8)) {
      String[] parts = line.split("  ", 2);
      byte[] bytes = Files.readAllBytes(DIST.resolve(parts[1]));
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      assertThat(HexFormat.of().formatHex(digest)).as(parts[1]).isEqualTo(parts[0]);
      named.add(parts[1]);
    }
    try (var files = Files.list(DIST)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> !name.startsWith("SHA256SUMS"))
          .containsExactlyInAnyOrderElementsOf(named);
    }
  }
}
