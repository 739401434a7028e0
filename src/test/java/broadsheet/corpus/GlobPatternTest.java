package broadsheet.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import broadsheet.Seeds;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlobPatternTest {

  private static final String GLOBS = "ab*?/[]!-{},\\.a*^&$";
  private static final String NAMES = "ab/-!.\\^&$,";

  @Test
  void takesEveryGlobOfJavaAndMatchesTheSame() {
    Seeds.each(3, GlobPatternTest::compare);
  }

  private static void compare(Random random) {
    int globs = 0;
    for (int i = 0; i < 20_000; i++) {
      String glob = text(random, GLOBS).replace("-/", "-"); // Java takes it for a range
      Optional<PathMatcher> java = java(glob);
      Optional<Pattern> own = own(glob);
      assertThat(own.isPresent() || java.isEmpty()).as(glob).isTrue();
      for (int j = 0; j < 5 && java.isPresent(); j++) {
        Path name = Path.of(text(random, NAMES));
        assertThat(own.get().matcher(name.toString()).matches())
            .as("%s matches %s", glob, name)
            .isEqualTo(java.get().matches(name));
        globs++;
      }
    }
    assertThat(globs).isGreaterThan(10_000);
  }

  private static String text(Random random, String characters) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i >= 0; i--) {
      text.append(characters.charAt(random.nextInt(characters.length())));
    }
    return text.toString();
  }

  private static Optional<PathMatcher> java(String glob) {
    try {
      return Optional.of(FileSystems.getDefault().getPathMatcher("glob:" + glob));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<Pattern> own(String glob) {
    try {
      return Optional.of(GlobPattern.of(glob));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  @Test
  void namesOfAnyCharactersAreMatched() {
    assertThat("caf\\xE9.txt").matches(GlobPattern.of("caf\\\\xE9.*"));
    assertThat("a\nb/c\n.txt").matches(GlobPattern.of("**.txt"));
    assertThat("😀.txt").matches(GlobPattern.of("?.txt"));
    assertThat("é.txt").matches(GlobPattern.of("[à-ü].txt"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[a", "{a", "{a{b}}", "a\\", "[a/b]"})
  void whatIsNoGlobIsRefused(String wrong) {
    assertThatExceptionOfType(PatternSyntaxException.class).isThrownBy(() -> GlobPattern.of(wrong));
  }
}
