package broadsheet.path;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import broadsheet.Seeds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathNameTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "/", "news", "/data/news/1987", "café", "cafe\u0301", "新聞/😀.txt", "a\nb", "a#b!c%41",
        "a b+c?*", "back\\slash", "\\x41", "\\xe9", "\\x", "\\xE", "\\x5", "../up", "a\uFFFDb",
        "/data/./a/../b", "ends in \\"
      })
  void ordinaryNamesAreAsEarlierReleasesWroteThem(String name) {
    assertEquals(name, PathName.of(Path.of(name)));
    assertEquals(name, PathName.ofBytes(name.getBytes(StandardCharsets.UTF_8)));
    assertEquals(Path.of(name), PathName.toPath(name));
    assertArrayEquals(name.getBytes(StandardCharsets.UTF_8), PathName.bytes(name));
  }

  @Test
  void bytesThatAreNotUtf8AreWrittenOneByOne() {
    assertEquals("caf\\xE9.txt", PathName.ofBytes(latin1("caf\u00E9.txt")));
    assertEquals("\\xED\\xA0\\x80", PathName.ofBytes(latin1("\u00ED\u00A0\u0080"))); // a surrogate
    assertEquals("\\xC0\\xAF", PathName.ofBytes(latin1("\u00C0\u00AF"))); // longer than need be
    assertEquals("a\\xC3", PathName.ofBytes(latin1("a\u00C3"))); // cut off
    assertEquals("\\xFFé", PathName.ofBytes(latin1("\u00FF\u00C3\u00A9")));
  }

  @Test
  void aNameThatReadsLikeAByteIsNotTakenForIt() {
    assertEquals("caf\\x5CxE9", PathName.of(Path.of("caf\\xE9")));
    assertEquals("caf\\x5Cx5CxE9", PathName.of(Path.of("caf\\x5CxE9")));
    assertEquals("\\\\x5CxE9", PathName.of(Path.of("\\\\xE9")));
    assertEquals(Path.of("caf\\xE9"), PathName.toPath("caf\\x5CxE9"));
  }

  @Test
  void randomBytesComeBackAndNoTwoNamesMeet() {
    Seeds.each(
        5,
        random -> {
          Map<String, byte[]> names = new HashMap<>();
          for (int i = 0; i < 20_000; i++) {
            byte[] name = name(random);
            String text = PathName.ofBytes(name);
            assertArrayEquals(name, PathName.bytes(text), text);
            byte[] other = names.putIfAbsent(text, name);
            assertArrayEquals(other == null ? name : other, name, text);
          }
        });
  }

  @Test
  void filesOfAnyNameAreFoundAgain() {
    Seeds.each(2, random -> assertDoesNotThrow(() -> writeAndList(random)));
  }

  private void writeAndList(Random random) throws IOException {
    Path here = Files.createTempDirectory(folder, "each");
    Set<String> written = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      Path file = here.resolve(PathName.toPath(PathName.ofBytes(name(random))));
      if (i % 5 == 0 && Files.notExists(file)) {
        Files.createDirectory(file);
      } else if (Files.notExists(file)) {
        Files.writeString(file, "a");
      }
      written.add(PathName.of(file));
    }
    Set<String> listed = new HashSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(here)) {
      for (Path file : files) {
        String text = PathName.of(file);
        assertEquals(file, PathName.toPath(text));
        assertEquals(PathName.of(here) + "/" + PathName.of(file.getFileName()), text);
        listed.add(text);
      }
    }
    assertEquals(written, listed);
  }

  @Test
  void aNameOf255Bytes() throws IOException {
    byte[] name = new byte[255];
    Arrays.fill(name, (byte) 0xE9);
    Path file = folder.resolve(PathName.toPath(PathName.ofBytes(name)));
    Files.writeString(file, "a");
    assertEquals("\\xE9".repeat(255), PathName.of(file.getFileName()));
  }

  @Test
  void slashesAreNoPartOfANameAndDotsAre() {
    assertEquals(PathName.toPath("/a/\\xE9/b"), PathName.toPath("/a//\\xE9/b/"));
    assertEquals("../\\xE9/./b", PathName.of(PathName.toPath("../\\xE9/./b")));
  }

  @Test
  void noFileCanHaveANul() {
    assertThrows(InvalidPathException.class, () -> PathName.toPath("a\0b"));
    assertThrows(InvalidPathException.class, () -> PathName.toPath("\\xE9\0b"));
  }

  /** Bytes that are likely to be mistaken for others, up to 40 of them. */
  private static byte[] name(Random random) {
    byte[] likely = latin1("\\x5CE9x\\\u00C3\u00A9\u00E9\u00F0\u009F\u0098\u0080\u00ED%!#\n.");
    byte[] name = new byte[1 + random.nextInt(40)];
    for (int i = 0; i < name.length; i++) {
      byte any = (byte) (1 + random.nextInt(255));
      byte each = random.nextInt(3) == 0 ? any : likely[random.nextInt(likely.length)];
      name[i] = each == '/' ? (byte) '_' : each;
    }
    return new String(name, StandardCharsets.ISO_8859_1).matches("\\.+") ? latin1("..a") : name;
  }

  private static byte[] latin1(String bytes) {
    return bytes.getBytes(StandardCharsets.ISO_8859_1);
  }
}
