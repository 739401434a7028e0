package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Tests the text of the batch file, since there may be no Windows to run it on: it gives Java what
 * the other launcher of a release gives it.
 */
class WindowsLauncherTest {

  private static final Pattern OPTION = Pattern.compile("-(?:XX:|-enable|-sun)[^\\s\"]+");

  private final String windows = text("broadsheet.bat");
  private final String unix = text("bin/broadsheet");

  private static String text(String launcher) {
    try {
      return Files.readString(Path.of("src/dist", launcher), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String only(String pattern, String text) {
    Matcher found = Pattern.compile(pattern, Pattern.MULTILINE | Pattern.DOTALL).matcher(text);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }

  private static List<String> options(String text) {
    return OPTION.matcher(text).results().map(MatchResult::group).toList();
  }

  private static List<String> words(String text, String separator) {
    return Arrays.stream(text.split(separator, -1)).map(String::strip).sorted().toList();
  }

  @Test
  void javaGetsTheOptionsOfTheOtherLauncher() {
    String java = only("^\"%java%\" ([^\r\n]*)", windows);
    assertThat(options(java)).isNotEmpty().isEqualTo(options(only("^exec (.*)", unix)));
    assertThat(java)
        .contains(" \"-Dbroadsheet.home=%folder%\" ")
        .endsWith(" %compiler% %BROADSHEET_JAVA_OPTIONS% -cp \"%classes%\" broadsheet.Main %*");
    assertThat(windows).contains("set \"classes=%folder%\\broadsheet.jar\"");
  }

  @Test
  void eachCommandGetsTheCompilerThatItGetsFromTheOtherLauncher() {
    assertThat(options(only("if \"%~1\"==\"serve\" ([^\r\n]*)", windows)))
        .hasSize(4)
        .isEqualTo(options(only("\"serve \"\\*\\)(.*?);;", unix)));
    assertThat(words(only("for %%c in \\((.*?)\\)", windows), " "))
        .isEqualTo(
            words(only("^  (\"index \"[^)]*)\\*\\) ;;", unix).replace("\"", ""), "\\*? *\\|"));
  }

  @Test
  void olderJavaIsNamedAndRefusedAlike() {
    String wanted = only("^wanted=(\\d+)", unix);
    assertThat(windows)
        .contains("if %version% geq " + wanted + " ", "needs Java " + wanted + " or newer");
  }

  /** In another character set the console would show other characters. */
  @Test
  void isWrittenInAscii() {
    assertThat(windows).matches("\\p{ASCII}+");
  }
}
