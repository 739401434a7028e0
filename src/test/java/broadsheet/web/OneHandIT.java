package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/**
 * All pages are drawn by one hand: one grid, one size of each kind of heading, aligned forms, one
 * main button, and nothing too small or too wide.
 */
class OneHandIT extends SharedBrowser {

  /** Finds the faults of the page that is open; every sentence names the element. */
  private static final String WRONG =
      """
      const wrong = [];
      const main = document.querySelector("main");
      const root = getComputedStyle(document.documentElement);
      const isWide = innerWidth > 832;
      const shown = (element) => element.checkVisibility({ visibilityProperty: true }) &&
        !element.closest(".unseen, [class^=skip]") && element.getClientRects().length > 0;
      const all = (selector, from = main) => [...from.querySelectorAll(selector)].filter(shown);
      const named = (element) => `${element.tagName.toLowerCase()}.${element.className.baseVal ?? element.className}` +
        ` “${(element.textContent || element.name || "").trim().slice(0, 30)}”`;
      const size = (element) => parseFloat(getComputedStyle(element).fontSize);
      const left = main.getBoundingClientRect().left;
      const box = document.querySelector(".masthead .searchbox");
      const edges = [left, box ? box.getBoundingClientRect().left : left];
      const isFront = !box;

      for (const heading of isFront ? [] : all("h1")) {
        const at = heading.getBoundingClientRect().left;
        if (getComputedStyle(heading).direction === "ltr" && !edges.some((edge) => Math.abs(edge - at) < 1))
          wrong.push(`edge ${at} of ${named(heading)}, not ${edges}`);
        const wanted = heading.matches(".count") ? 22 : arguments[0];
        if (Math.abs(size(heading) - wanted) > 0.5) wrong.push(`${size(heading)} px: ${named(heading)}`);
      }
      for (const heading of all(isFront ? "h2" : "h2, h3"))
        if (!arguments[1].some((one) => Math.abs(one - size(heading)) < 0.1))
          wrong.push(`${size(heading)} px: ${named(heading)}`);

      const ink = root.getPropertyValue("--button").trim();
      const probe = document.createElement("i");
      probe.style.color = ink;
      main.append(probe);
      const filled = getComputedStyle(probe).color;
      probe.remove();
      const primary = all("button").filter((one) => getComputedStyle(one).backgroundColor === filled &&
        !one.closest(".searchbox, .judging"));
      if (primary.length > 1) wrong.push(`${primary.length} main buttons: ${primary.map(named)}`);

      for (const form of all("form:not(.searchbox)")) {
        const fields = all("input:not([type=checkbox]), select, button, textarea", form)
          .map((field) => [field, field.getBoundingClientRect()]);
        for (const [one, first] of fields)
          for (const [other, second] of fields)
            if (first.top < second.bottom - 4 && second.top < first.bottom - 4 && first.bottom > second.bottom + 1.5)
              wrong.push(`not in line: ${named(one)} ${first.top}–${first.bottom}, ${named(other)} ${second.top}–${second.bottom}`);
      }

      for (const target of all("a, button, summary, select, input, textarea")) {
        const { width, height } = target.getBoundingClientRect();
        const isInText = getComputedStyle(target).display === "inline" || target.closest("svg, [data-help]");
        if (!isInText && (height < 23.5 || width < 23.5) && !target.matches(".tick input"))
          wrong.push(`${width}×${height} px: ${named(target)}`);
      }
      if (document.documentElement.scrollWidth > innerWidth) wrong.push("wider than the window");
      return [...new Set(wrong)];
      """;

  /** A line of facts, with the arrow, in pixels. */
  private static final int LINE = 24;

  /** The sizes of smaller headings. */
  private static final List<Double> SMALLER = List.of(12.0, 14.0, 17.0, 19.0, 20.0, 23.0);

  /** Results that are whole on the first screen of a desktop, a large one and a phone. */
  @ParameterizedTest
  @CsvSource({"1280, 900, 6", "1920, 1080, 7", "390, 844, 3"})
  void resultsAreAsDenseAsTheyWere(int width, int height, int results) {
    browser.size(width, height);
    browser.go("/search?q=harbour+OR+tide");
    assertThat(browser.all("article.hit"))
        .filteredOn(hit -> hit.getRect().getY() + hit.getRect().getHeight() <= height)
        .hasSizeGreaterThanOrEqualTo(results);
  }

  /** The origin and the date, which a long name may break; the rest is behind an arrow. */
  @Test
  void factsOfAResultTakeOneLineOnAPhone() {
    browser.size(390, 844);
    browser.go("/search?q=harbour+OR+tide");
    List<WebElement> all = browser.all(".hit .facts");
    assertThat(all.stream().mapToInt(each -> each.getRect().getHeight()))
        .allMatch(height -> height <= 2 * LINE)
        .anyMatch(height -> height <= LINE);
    WebElement facts = all.getFirst();
    assertThat(browser.shown(".hit .similar")).isEmpty();
    facts.findElement(By.cssSelector(".rest > summary")).click();
    assertThat(browser.shown(".hit .similar")).hasSize(1);
    browser.width(1280);
    assertThat(browser.shown(".hit .similar")).hasSameSizeAs(browser.all(".hit"));
  }

  @Test
  void everyPageIsDrawnByOneHand() {
    TreeMap<String, List<String>> wrong = new TreeMap<>();
    List<String> pages = new ArrayList<>(PageKinds.SHOWN.values());
    pages.addAll(
        List.of(
            "/search?q=%D8%A7%D9%84%D9%85%D9%8A%D9%86%D8%A7%D8%A1",
            "/article/arabic-1",
            "/trends",
            "/ngrams?q=tide&length=3&least=1&size=10",
            "/keywords?q=tide&least=1&size=10"));
    for (String page : pages) {
      browser.width(1280);
      browser.go(page);
      for (int width : new int[] {1280, 390}) {
        browser.width(width);
        List<String> found = browser.askAll(WRONG, width == 1280 ? 30.0 : 26.6, SMALLER);
        if (!found.isEmpty()) {
          wrong.put(page + " at " + width, found);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }
}
