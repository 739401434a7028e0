package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A long article in a browser, from match to match through its parts. */
class LongArticleBrowserIT {
  private static Article gazette() {
    List<String> notices = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      notices.add("Notice %s of the gazette, which everybody may read at the quay.".formatted(i));
    }
    for (int i : new int[] {3, 1_500, 2_990}) {
      notices.set(i, "The dredgers sail.");
    }
    return Article.withId("gazette").title("Gazette").paragraphs(notices).build();
  }

  private static String place(Browser browser) {
    return browser.one(".hit-bar [role=status]").getText();
  }

  @Test
  void keysLeadOnToMatchesInOtherPartsAndBack() throws Exception {
    try (TestServer server = TestServer.over(List.of(gazette()));
        Browser browser = Browser.open(server)) {
      browser.go("/article/gazette?q=dredgers");
      browser.press("n");
      assertThat(place(browser)).isEqualTo("1 of 3");
      browser.pressAndLeave("n");
      assertThat(place(browser)).isEqualTo("2 of 3");
      assertThat(browser.place()).contains("part=").endsWith("#hit-2");
      browser.pressAndLeave("n");
      assertThat(place(browser)).isEqualTo("3 of 3");
      browser.press("n");
      assertThat(place(browser)).isEqualTo("3 of 3");
      browser.pressAndLeave("p");
      assertThat(place(browser)).isEqualTo("2 of 3");
      assertThat(browser.complaints()).isEmpty();
    }
  }
}
