package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/**
 * The weight, requests and layout shifts of pages, and the elements that browsers and crawlers
 * expect.
 */
class PageWeightIT extends SharedBrowser {
  /** The size of a results page, as transferred. */
  private static final int MOST_BYTES = 40_000;

  /** A response smaller than this fits into one packet, and is not worth compressing. */
  private static final int SMALL_BYTES = 1_500;

  /**
   * Waits until the page is drawn twice more with its scripts run and its fonts there, and returns
   * the sum of layout shifts since the page began.
   */
  private static final String SHIFT =
      """
      const done = arguments[arguments.length - 1];
      let sum = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => { sum += entry.value; }))
        .observe({ type: "layout-shift", buffered: true });
      const drawn = () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
      document.fonts.ready.then(drawn).then(drawn).then(() => setTimeout(() => done(String(sum)), 50));
      """;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static HttpResponse<byte[]> fetch(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address(path)))
            .header("Accept-Encoding", "gzip")
            .build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  private static Document page(String path) throws Exception {
    byte[] body = fetch(path).body();
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return Jsoup.parse(in, StandardCharsets.UTF_8.name(), server.address("/"));
    }
  }

  private static void slowDown(int rate) {
    browser.driver().executeCdpCommand("Emulation.setCPUThrottlingRate", Map.of("rate", rate));
  }

  private static String shift() {
    return String.valueOf(browser.driver().executeAsyncScript(SHIFT));
  }

  @ParameterizedTest
  @MethodSource("broadsheet.web.PageKinds#addresses")
  void pageIsLightAndCompressed(String path) throws Exception {
    HttpResponse<byte[]> answer = fetch(path);
    assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(answer.body()).hasSizeLessThan(MOST_BYTES);
  }

  @Test
  void fullPageOfResultsIsLight() throws Exception {
    assertThat(fetch("/search?size=100").body()).hasSizeLessThan(MOST_BYTES);
  }

  @Test
  void whatPagesAreDrawnWithIsCompressedAndKeptForEver() throws Exception {
    Set<String> all = new LinkedHashSet<>();
    for (String path : PageKinds.addresses().toList()) {
      Document page = page(path);
      List<String> assets = page.select("link[rel=stylesheet], script").eachAttr("href");
      assets.addAll(page.select("script").eachAttr("src"));
      assertThat(assets).as(path).hasSizeGreaterThan(3);
      all.addAll(assets);
    }
    for (String asset : all) {
      HttpResponse<byte[]> answer = fetch(asset);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Encoding").orElse("none"))
          .as(asset)
          .matches(encoding -> encoding.equals("gzip") || answer.body().length < SMALL_BYTES);
      assertThat(answer.headers().firstValue("Cache-Control"))
          .hasValue("public, max-age=31536000, immutable");
    }
  }

  @ParameterizedTest
  @MethodSource("broadsheet.web.PageKinds#addresses")
  void pageAsksNobodyButItsServerAndNothingMoves(String path) {
    browser.complaints();
    for (int width : new int[] {1280, 390}) {
      browser.width(width);
      browser.go(path);
      assertThat(shift()).as("%s at %d px", path, width).isEqualTo("0");
      assertThat(
              browser.askAll("return performance.getEntriesByType('resource').map((r) => r.name)"))
          .isNotEmpty()
          .allMatch(address -> address.startsWith(server.address("/")));
    }
    assertThat(browser.complaints())
        .filteredOn(complaint -> !complaint.contains("the server responded with a status of 4"))
        .isEmpty();
  }

  /**
   * A box of several lines needs more of them once the button beside it is read; the browser must
   * not show the box before.
   */
  @ParameterizedTest
  @ValueSource(strings = {PageKinds.LONG_QUERY, PageKinds.LONG_WORD})
  void nothingMovesOnASlowComputerWhereTheQueryIsLong(String path) {
    slowDown(4);
    try {
      for (int width : new int[] {1280, 390}) {
        browser.width(width);
        for (int time = 0; time < 3; time++) {
          browser.go(path);
          assertThat(shift()).as("%s at %d px", path, width).isEqualTo("0");
        }
      }
    } finally {
      slowDown(1);
    }
  }

  @Test
  void nothingMovesWhileOneTypesAndReadsTheKeys() {
    browser.go("/search?q=tide");
    browser.press("/", "harb");
    browser.until(() -> browser.one("[role=listbox]").isDisplayed());
    browser.press(Keys.ESCAPE, Keys.TAB, "?");
    assertThat(browser.one("dialog").isDisplayed()).isTrue();
    browser.press(Keys.ESCAPE);
    assertThat(shift()).isEqualTo("0");
  }

  /** Otherwise the tests above would prove nothing. */
  @Test
  void whatMovesIsNoticed() {
    browser.go("/search?q=tide");
    assertThat(shift()).isEqualTo("0");
    browser.driver().executeScript("document.querySelector('.hits').style.paddingTop = '200px'");
    assertThat(shift()).isNotEqualTo("0");
  }

  @ParameterizedTest
  @MethodSource("broadsheet.web.PageKinds#addresses")
  void pageSaysWhatItIs(String path) throws Exception {
    Document page = page(path);
    assertThat(page.select("html").attr("lang")).isEqualTo("en");
    assertThat(page.title()).isNotBlank();
    assertThat(page.select("meta[name=viewport]").attr("content"))
        .contains("width=device-width")
        .doesNotContain("maximum-scale", "user-scalable");
  }

  @ParameterizedTest
  @MethodSource("broadsheet.web.PageKinds#addresses")
  void landmarksStandOnceAndHeadingsInOrder(String path) throws Exception {
    Document page = page(path);
    for (String once :
        List.of("main", "body > footer", "body > header, main > header", "[role=search]", "h1")) {
      assertThat(page.select(once)).as(once).hasSize(1);
    }
    assertThat(page.select("nav:not([aria-label]):not([aria-labelledby])")).isEmpty();
    int above = 0;
    for (Element heading : page.select("h1, h2, h3, h4")) {
      int level = heading.tagName().charAt(1) - '0';
      assertThat(level).as(heading.text()).isLessThanOrEqualTo(above + 1);
      above = level;
    }
  }

  @ParameterizedTest
  @MethodSource("broadsheet.web.PageKinds#addresses")
  void nothingIsInLineWithThePage(String path) throws Exception {
    Document page = page(path);
    assertThat(page.select("script:not([src]), style, [style]")).isEmpty();
    assertThat(page.getAllElements())
        .allSatisfy(
            element ->
                assertThat(element.attributes().asList())
                    .noneMatch(attribute -> attribute.getKey().startsWith("on")));
    assertThat(fetch(path).headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
        .doesNotContain("unsafe");
  }
}
