package broadsheet.web;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Deque's axe-core, which finds accessibility barriers on a page. */
final class Axe {
  /** Rules by standard; the last are not from WCAG but good practice. */
  private static final List<String> STANDARDS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final String IS_THERE = "return typeof axe !== 'undefined'";

  /** Runs the rules of some standards: only those about colour, or all. */
  private static final String RUN =
      """
      const [standards, isColourAlone, done] = arguments;
      const colours = axe.getRules(standards)
        .filter(({ tags }) => tags.includes("cat.color") && !tags.includes("experimental"))
        .map(({ ruleId }) => ruleId);
      const options = isColourAlone
        ? { runOnly: { type: "rule", values: colours } }
        : { runOnly: standards, rules: { "target-size": { enabled: true } } };
      const printed = ({ id, help, nodes }) => `${id}: ${help}: ` +
        nodes.map(({ html, any }) => html + " " + any.map((check) => check.message)).join(" | ");
      axe.run(document, options)
        .then(({ violations }) => done(violations.map(printed)), (e) => done([String(e)]));
      """;

  private final String script;

  private Axe(String script) {
    this.script = script;
  }

  static Axe load() throws IOException {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      return in == null
          ? fail("axe.min.js is not on the class path")
          : new Axe(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** The violations on the page as shown now; empty if there are none. */
  List<String> violations(Browser browser) {
    return violations(browser, false);
  }

  /** The violations of colour rules; a theme changes only colours. */
  List<String> colourViolations(Browser browser) {
    return violations(browser, true);
  }

  private List<String> violations(Browser browser, boolean isColourAlone) {
    if (!Boolean.TRUE.equals(browser.driver().executeScript(IS_THERE))) {
      browser.driver().executeScript(script);
    }
    return browser.driver().executeAsyncScript(RUN, STANDARDS, isColourAlone)
            instanceof List<?> found
        ? found.stream().map(String::valueOf).toList()
        : fail("axe gave no list");
  }
}
