package broadsheet.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypedArgumentsTest {

  @TempDir private Path folder;

  /**
   * Decodes the text typed after {@code java -jar broadsheet.jar}, given these decoded arguments.
   */
  private String[] typed(byte[] bytes, String... decoded) throws IOException {
    return TypedArguments.typed(decoded, Files.write(folder.resolve("cmdline"), bytes));
  }

  private static byte[] latin1(String line) {
    return line.getBytes(ISO_8859_1);
  }

  @Test
  void lostCharactersAreReadFromTheBytes() throws IOException {
    assertThat(
            typed(
                latin1("java\0-jar\0b.jar\0index\0caf\u00E9\0caf\u00E8\0--index=\u00E9\0"),
                "index",
                "caf\uFFFD",
                "caf\uFFFD",
                "--index=\uFFFD"))
        .containsExactly("index", "caf\\xE9", "caf\\xE8", "--index=\\xE9");
    assertThat(typed("java\0search\0café\0\0".getBytes(UTF_8), "search", "caf\uFFFD\uFFFD", ""))
        .containsExactly("search", "café", "");
  }

  @Test
  void argumentsOfWhichNothingIsLostStayAsTheyAre() throws IOException {
    assertThat(typed(latin1("java\0a\\xE9\0\u00E9\0"), "a\\xE9", "\uFFFD"))
        .containsExactly("a\\xE9", "\\xE9");
    assertThat(TypedArguments.of("index", "café")).containsExactly("index", "café");
  }

  @Test
  void whereTheSystemKeepsNoBytesTheyStayLost() {
    assertThat(TypedArguments.typed(new String[] {"\uFFFD"}, folder.resolve("none")))
        .containsExactly("\uFFFD");
    assertThat(TypedArguments.of("\uFFFD", "\uFFFD")).hasSize(2);
  }
}
