package broadsheet.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import broadsheet.help.build.HelpBuild;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpBuildTest {

  @TempDir private Path folder;

  private void write(String file, String markdown) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.resolveSibling(""));
    Files.writeString(path, markdown);
  }

  private Map<String, String> built(Path root, String target) throws IOException {
    HelpBuild.main(new String[] {root.toString(), folder.resolve(target).toString()});
    Path help = folder.resolve(target).resolve("help");
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(help)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String content = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        files.put(help.relativize(file).toString(), content);
      }
    }
    return files;
  }

  @Test
  void theSameSourcesMakeTheSameBytes() throws IOException {
    Map<String, String> once = built(Path.of(""), "once");
    assertThat(once)
        .containsKeys("index.html", "deploy.html", "decisions.html", "images/peers.svg");
    assertThat(built(Path.of(""), "again")).isEqualTo(once);
  }

  @Test
  void linksLeadIntoTheHelp() throws IOException {
    write("CHANGELOG.md", "# Changes\n\n## 1.0\n");
    write(
        "docs/README.md",
        "# Start\n\n[a](sub/a.md#two) [new](../CHANGELOG.md) [out](https://example.org)\n");
    write(
        "docs/sub/a.md",
        "# A\n\n## One\n\n## `Two`\n\n## One\n\n[start](../README.md)\n\n![p](p.svg)\n");
    write("docs/sub/p.svg", "<svg/>");
    Map<String, String> files = built(folder, "target");
    assertThat(files)
        .containsOnlyKeys("index.html", "changelog.html", "sub/a.html", "sub/p.svg", "pages.tsv");
    assertThat(files.get("index.html"))
        .contains(
            "href=\"/help/sub/a#two\"", "href=\"/help/changelog\"", "href=\"https://example.org\"");
    assertThat(files.get("sub/a.html"))
        .contains(
            "href=\"/help\"", "src=\"/help/sub/p.svg\"", "id=\"one-1\"", "<a href=\"#one-1\">");
  }

  @Test
  void queriesInAColumnOfExamplesSearchTheArchive() throws IOException {
    write("docs/README.md", "# Start\n\n| type | example |\n|---|---|\n| `a` | `x y` `\"z\"` |\n");
    assertThat(built(folder, "target").get("index.html"))
        .contains("<td><code>a</code></td>", "<a href=\"/search?q=x+y\"><code>x y</code></a>");
  }

  @Test
  void aFlowchartIsAListOfItsArrows() throws IOException {
    write(
        "docs/README.md",
        """
        # Start

        ```mermaid
        flowchart LR
          a[file] --> b["walk<br/>Walk"]
          b -->|text| c
        ```
        """);
    assertThat(built(folder, "target").get("index.html"))
        .contains("<li>file → walk: Walk</li><li>walk: Walk → c (text)</li>");
  }

  @ParameterizedTest
  @CsvSource({
    "[x](b.md), no such file",
    "[x](#nowhere), no such heading",
    "[x](../pom.xml), in no release",
    "![x](x.png), no such file",
    "<b>x</b>, has HTML"
  })
  void whatLeadsNowhereStopsTheBuild(String markdown, String fault) throws IOException {
    write("docs/README.md", "# Start\n\n" + markdown + "\n");
    write("pom.xml", "");
    assertThatIOException()
        .isThrownBy(() -> built(folder, "target"))
        .withMessageContaining("docs/README.md")
        .withMessageContaining(fault);
  }

  @Test
  void aPageThatNothingLeadsToStopsTheBuild() throws IOException {
    write("docs/README.md", "# Start\n");
    write("docs/a.md", "# A\n\n[start](README.md)\n");
    assertThatIOException()
        .isThrownBy(() -> built(folder, "target"))
        .withMessageContaining("no page links to docs/a.md");
  }
}
