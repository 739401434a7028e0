package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages have one word for one thing: that of the glossary in {@code CONTRIBUTING.md}. */
class GlossaryTest {

  /** A row of the glossary: the word, its meaning, and the words in italics that it replaces. */
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (?<word>[A-Z][a-z]+) \\| [^|]+ \\| (?<others>\\*[^|]+\\*) \\|$");

  private static final Pattern ITALIC = Pattern.compile("\\*([^*]+)\\*");

  /** The parts of a template that a reader does not see as words, and the code in it. */
  private static final Pattern CODE =
      Pattern.compile(
          "(?s)<%--.*?--%>|\\$(unsafe)?\\{[^}]*\\}|(?m:^[@!][^\\n]*$)"
              + "|@[a-z]+(\\.[a-z]+)?(\\(([^()]|\\(([^()]|\\([^()]*\\))*\\))*\\))?");

  /** A tag; those of its attributes that a reader sees or hears are kept. */
  private static final Pattern TAG = Pattern.compile("<[a-z/](\"[^\"]*\"|[^\">])*>");

  private static final Pattern SEEN =
      Pattern.compile("(?:title|aria-label|placeholder|data-help)=\"([^\"]*)\"");

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");

  /**
   * A string of code with more than one word, or with a capital letter first: a sentence, a label.
   */
  private static final Pattern SENTENCE =
      Pattern.compile("\"([^\"\\\\\\n]* [^\"\\\\\\n]*|[A-Z][a-z][^\"\\\\\\n]*)\"");

  private static Pattern replaced() throws IOException {
    String glossary = Files.readString(Path.of("CONTRIBUTING.md"));
    String words =
        ROW.matcher(glossary)
            .results()
            .flatMap(row -> ITALIC.matcher(row.group("others")).results())
            .map(other -> other.group(1))
            .map(GlossaryTest::inBothCases)
            .collect(Collectors.joining("|"));
    return Pattern.compile("\\b(?:" + words + ")\\b");
  }

  /**
   * With a capital letter, it is no label; in small letters, it is no word of a sentence either.
   */
  private static String inBothCases(String other) {
    String first = other.substring(0, 1);
    return "[" + first + first.toUpperCase(Locale.ROOT) + "]" + Pattern.quote(other.substring(1));
  }

  private static String words(Path template) throws IOException {
    String code = CODE.matcher(Files.readString(template)).replaceAll(" ");
    return TAG.matcher(code)
        .replaceAll(
            tag ->
                SEEN.matcher(tag.group())
                    .results()
                    .map(seen -> seen.group(1))
                    .collect(Collectors.joining(" ", " ", " ")));
  }

  private static String sentences(Path file) throws IOException {
    return SENTENCE
        .matcher(COMMENT.matcher(Files.readString(file)).replaceAll(""))
        .results()
        .map(sentence -> sentence.group(1))
        .collect(Collectors.joining("\n"));
  }

  private static List<Path> files(String folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private static List<String> found(String text) throws IOException {
    return replaced().matcher(text).results().map(MatchResult::group).toList();
  }

  @Test
  void templatesHaveTheWordsOfTheGlossary() throws IOException {
    for (Path template : files("web/templates", ".jte")) {
      assertThat(found(words(template))).as("%s", template).isEmpty();
    }
  }

  @Test
  void sentencesOfThePagesHaveThemToo() throws IOException {
    for (Path file : files("src/main/java/broadsheet/web", ".java")) {
      assertThat(found(sentences(file))).as("%s", file).isEmpty();
    }
  }

  /** Options name hits and lines, which are no words of the page. */
  @Test
  void commandsSpeakOfAlerts() throws IOException {
    for (Path file : files("src/main/java/broadsheet/cli", ".java")) {
      assertThat(sentences(file)).as("%s", file).doesNotContainIgnoringCase("saved search");
    }
  }

  /** Otherwise the others would prove nothing. */
  @Test
  void replacedWordsAreFound() throws IOException {
    assertThat(found("Over time, in each outlet: 3 hits put on the list, compared over time"))
        .containsExactly("Over time", "outlet", "hits", "put on");
    assertThat(words(Path.of("web/templates/keep.jte"))).contains("Keep").doesNotContain("class");
  }
}
