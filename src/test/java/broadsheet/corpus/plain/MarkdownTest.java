package broadsheet.corpus.plain;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate.Origin;
import broadsheet.corpus.Reading;
import broadsheet.ledger.Outcome;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Markdown, https://spec.commonmark.org/, with front matter. */
class MarkdownTest {
  @TempDir Path folder;

  private Reading reading(String text) {
    return Reading.of(folder, "story.md", text);
  }

  private Article read(String text) {
    return reading(text).only();
  }

  @Test
  void linesOfFieldsAtTheTopAreRead() {
    String text =
        "Title: Bridge opens\nDate: 2023-06-18 10:20\nCategory: Transport\n\nIt *opened*.\n";
    Article article = Reading.of(folder, "story.md", text).only();
    assertThat(article.title()).isEqualTo("Bridge opens");
    assertThat(article.publishedAt().iso()).isEqualTo("2023-06-18T10:20:00");
    assertThat(article.section()).isEqualTo("Transport");
    assertThat(article.paragraphs()).containsExactly("It opened.");
  }

  @Test
  void codesOfSiteGeneratorsNeitherEndABlockNorHideALink() {
    Article article =
        read(
            """
            # Bridge opens

            <figure>
              {% image "a.jpg" %}
              <figcaption>The first train</figcaption>
            </figure>

            {{ page.excerpt }}

            It [opened]({{ "/2015/12/01/bridge/" | url }}) again.
            """);
    assertThat(article.captions()).containsExactly("The first train");
    assertThat(article.paragraphs()).containsExactly("It opened again.");
  }

  @Test
  void yamlFieldsAreKnownByTheirUsualNames() {
    Article article =
        read(
            """
            ---
            title: "Bridge: opens"
            date: 2023-06-18 10:00:00 +0200
            author: [Ada Rivers, Tom Field]
            tags:
              - roads
              - rivers
            category: local
            lang: en
            description: At last
            ---
            # Bridge: opens

            It *opened* on [Monday](https://a.example).
            """);
    assertThat(article.title()).isEqualTo("Bridge: opens");
    assertThat(article.publishedAt().iso()).isEqualTo("2023-06-18T10:00:00+02:00");
    assertThat(article.authors()).containsExactly("Ada Rivers", "Tom Field");
    assertThat(article.topics()).containsExactly("roads", "rivers");
    assertThat(article.section()).isEqualTo("local");
    assertThat(article.language()).isEqualTo("en");
    assertThat(article.standfirst()).isEqualTo("At last");
    assertThat(article.paragraphs()).containsExactly("It opened on Monday.");
    assertThat(article.locations()).containsExactly("story.md");
  }

  @Test
  void tomlFieldsAreKnownToo() {
    Article article =
        read(
            """
            +++
            title = "Bridge opens" # at last
            date = 2023-06-18T10:00:00Z
            draft = false
            authors = [
              "Ada Rivers",
              'Tom Field',
            ]
            [taxonomies]
            tags = ["roads"]
            +++
            It opened.
            """);
    assertThat(article.title()).isEqualTo("Bridge opens");
    assertThat(article.publishedAt().iso()).isEqualTo("2023-06-18T10:00:00Z");
    assertThat(article.authors()).containsExactly("Ada Rivers", "Tom Field");
    assertThat(article.topics()).containsExactly("roads");
    assertThat(article.paragraphs()).containsExactly("It opened.");
  }

  @Test
  void jsonFieldsAreKnownToo() {
    Article article =
        read("{\n  \"title\": \"Bridge opens\",\n  \"tags\": [\"roads\"]\n}\n\nIt opened.\n");
    assertThat(article.title()).isEqualTo("Bridge opens");
    assertThat(article.topics()).containsExactly("roads");
    assertThat(article.paragraphs()).containsExactly("It opened.");
  }

  @Test
  void headingIsTheTitleWhereNoneIsStated() {
    assertThat(read("# Bridge *opens*\n\nIt opened.\n").title()).isEqualTo("Bridge opens");
    assertThat(read("Bridge opens\n============\n\nIt opened.\n").title())
        .isEqualTo("Bridge opens");
    assertThat(read("It opened.\n\n## Later\n\nTrains.\n").title()).isEmpty();
    assertThat(read("---\ntitle: A\n---\n# B\n\nC.\n").paragraphs()).containsExactly("B", "C.");
  }

  @Test
  void everythingBecomesPlainParagraphs() {
    Article article =
        read(
            """
            # Bridge opens

            ![The bridge](bridge.jpg)

            It cost `5` million\\
            &amp; more, see <b>here</b>{% ref %}.

            - one
            - two

            > Quoted.

            | Year | Cost |
            |------|------|
            | 2023 | 5    |

            <div><p>As HTML.</p></div>

                code
            """);
    assertThat(article.paragraphs())
        .containsExactly(
            "It cost 5 million & more, see here.",
            "one",
            "two",
            "Quoted.",
            "Year | Cost",
            "2023 | 5",
            "As HTML.",
            "code");
  }

  @Test
  void jekyllsFileNameGivesTheDate() {
    Article article = Reading.of(folder, "2023-06-18-bridge.md", "# Bridge\n\nIt opened.").only();
    assertThat(article.publishedAt().iso()).isEqualTo("2023-06-18");
    assertThat(article.publishedAt().origin()).isEqualTo(Origin.FILE_NAME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"---\ntitle: A\ndraft: true\n---\nB.\n", "---\ntitle: A\npublished: false\n---\n"})
  void draftIsSkipped(String text) {
    assertThat(reading(text).ledger().reasons(Outcome.SKIPPED)).containsOnlyKeys("not published");
  }

  @Test
  void ruleIsNoFrontMatter() {
    Article article = read("---\n\nIt opened: at last.\n\nTrains follow.\n");
    assertThat(article.paragraphs()).containsExactly("It opened: at last.", "Trains follow.");
  }

  @Test
  void brokenFrontMatterIsRemarkedOnAndTheTextKept() {
    Reading reading = reading("---\ntitle: [A\n: :\n---\n# Bridge\n\nIt opened.\n");
    assertThat(reading.only().title()).isEqualTo("Bridge");
    assertThat(reading.ledger().reasons(Outcome.REMARKED))
        .containsOnlyKeys("front matter could not be read");
  }

  @Test
  void tagsOfYamlMakeNoObjects() {
    Article article =
        read("---\ntitle: !!javax.script.ScriptEngineManager [A]\nauthor: !!str Ada\n---\nB.\n");
    assertThat(article.title()).isEqualTo("A");
    assertThat(article.authors()).containsExactly("Ada");
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void referencesOfYamlDoNotMultiply() {
    StringBuilder yaml = new StringBuilder("---\ntitle: A\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      String reference = "*a" + (i - 1) + ", ";
      yaml.append("a").append(i).append(": &a").append(i);
      yaml.append(" [").append(reference.repeat(9)).append("x]\n");
    }
    Article article = read(yaml + "tags: *a29\n---\nIt opened.\n");
    assertThat(article.title()).isEqualTo("A");
    assertThat(article.topics()).hasSizeLessThan(2);
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void noNestingIsTooDeep() {
    for (String nest : new String[] {"> ", "- ", "*a **b ", "[", "![", "<b>", "# "}) {
      Reading reading = reading("It opened.\n\n" + nest.repeat(50_000) + "end\n");
      assertThat(reading.ledger().totals().read()).as(nest).isEqualTo(1);
    }
    String yaml = "---\ntitle: A\ntags: " + "[".repeat(10_000) + "\n---\nIt opened.\n";
    assertThat(read(yaml).paragraphs()).containsExactly("It opened.");
  }

  /** Notes as in https://www.markdownguide.org/extended-syntax/#footnotes. */
  @Test
  void notesKeepTheirTextWithoutLabelsAndCodeItsComments() {
    assertThat(
            read("""
            # Bridge

            It opened.[^1] A [^set] stays.

            ```
            %% a
            %% b
            ```

            [^1]: Late.
            """)
                .paragraphs())
        .containsExactly("It opened. A [^set] stays.", "%% a %% b", "Late.");
  }

  /** Data files as in https://jekyllrb.com/docs/datafiles/ and of Hugo. */
  @Test
  void authorsOfSitesAreNamedByTheirDataFiles() {
    String post = "---\ntitle: Bridge\nauthors: [ada, ben, cy]\n---\nIt opened.\n";
    Reading.of(folder, "_data/authors.yml", "ada:\n  name: Ada Rivers\n  email: a@a.example\n");
    Reading.of(folder, "data/authors/ben.toml", "name = \"Ben Brook\"\n");
    Reading.of(folder, "content/posts/bridge.md", post);
    assertThat(Reading.of(folder).only().authors())
        .containsExactly("Ada Rivers", "Ben Brook", "cy");
  }
}
