package broadsheet.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every kind of page. Tests of rules for all pages use these, so a new kind of page needs a line
 * here and nowhere else.
 */
final class PageKinds {
  /** A page of each kind, by the name of its picture. */
  static final Map<String, String> SHOWN = shown();

  static final String LONG_QUERY =
      "/search?q=%28harbour+OR+quay+OR+pier+OR+wharf%29+AND+%28barley+OR+grain+OR+wheat%29";

  /** An address whose size is wrong as well. */
  static final String LONG_WORD =
      "/search?size=0&q=averyveryveryveryveryveryveryveryveryveryveryverylongword";

  private PageKinds() {}

  private static Map<String, String> shown() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("home", "/");
    pages.put("results", "/search?q=harbour+OR+tide");
    pages.put("apart", "/search?q=tide&words=distinctive");
    pages.put("meaning", "/search?q=airship&mode=hybrid");
    pages.put("phrase", "/search?q=%22candid,+substantial,+and+fruitful%22");
    pages.put("narrowed", "/search?q=place:ellery&from=1987-01-01&source=The+Evening+Lantern");
    pages.put("nothing", "/search?q=barley+AND+balloon");
    pages.put("article", "/article/harbour-1?q=pier");
    pages.put("seed", "/article/" + SampleArticles.SEED_ID + "?q=China%27s");
    pages.put("versions", "/article/clock-1/compare/clock-2");
    pages.put("reprint", "/article/clock-1?q=clock+tower");
    pages.put("why", "/article/harbour-1/why?q=harbour+board+grain+pier");
    pages.put("name", "/name/person/Ada%20Quill");
    pages.put("names", "/names");
    pages.put("corrections", "/names/corrections");
    pages.put("archive", "/corpus");
    pages.put("ledger", "/corpus/files");
    pages.put("alerts", "/alerts?q=%22harbour+board%22+w/s+(tide+OR+ferry)&from=2021-01-01");
    pages.put("alert", "/alerts/" + SampleAlerts.TIDES);
    pages.put("desk", "/desk");
    pages.put("lists", "/lists");
    pages.put("list", "/lists/" + SampleLists.ADDRESS);
    pages.put("taken", "/lists/" + SampleLists.ADDRESS + "?removed=" + SampleLists.TAKEN);
    pages.put("batch", "/batch");
    pages.put("cite", "/cite?q=tide+last:9y&source=The+Evening+Lantern&sort=newest&match=all");
    pages.put("replay", "/replay");
    pages.put("verify", "/verify");
    pages.put("help", "/help");
    pages.put("guide", "/help/query-language");
    pages.put("guided", "/help?q=proxy");
    pages.put("trends", "/trends?q=tide&q=pilots+OR+pier&from=2022-01-01");
    pages.put("words", "/words?q=tide+OR+pier&order=right1&size=10");
    pages.put("collocates", "/collocates?q=tide&least=1&size=10");
    pages.put("frequencies", "/frequencies?q=tide+OR+pier&by=month&from=2021-01-01&to=2021-12-31");
    pages.put("issues", "/issues");
    pages.put("problem", "/search?q=tide&size=1000&from=yesterday");
    return pages;
  }

  /** The addresses of all kinds of page, and of some that are hard to lay out. */
  static Stream<String> addresses() {
    return Stream.concat(
        SHOWN.values().stream(),
        Stream.of(
            "/search?q=hostile",
            "/article/hostile-1",
            LONG_QUERY,
            "/search?q=tide&page=2",
            "/search?q=tide&page=9",
            "/search?q=tide&measure=share",
            LONG_WORD,
            "/search?from=2021-01-01&to=2021-12-31",
            "/article/arabic-1",
            "/article/japanese-1",
            "/article/arabic-1?q=%D8%A7%D9%84%D9%85%D9%8A%D9%86%D8%A7%D8%A1",
            "/article/harbour-1/compare/hostile-1",
            "/article/hostile-1/why?q=hostile+-markup",
            "/article/" + SampleArticles.SEED_ID + "/why?q=airship&mode=hybrid",
            "/corpus/files?show=skipped",
            "/values?facet=source&q=tide",
            "/trends",
            "/trends?q=harbour&q=tide&q=hostile&measure=share",
            "/words",
            "/words?q=hostile&duplicates=show&size=10",
            "/words?q=barley+AND+balloon",
            "/keywords?q=tide&least=1&size=10",
            "/ngrams?q=tide&length=3&least=1&size=10",
            "/alerts",
            "/alerts/" + SampleAlerts.BOARD,
            "/alerts/nobody",
            "/lists/" + SampleLists.ADDRESS + "?order=date&unknown=3",
            "/lists/nobody",
            "/cite",
            "/cite?q=hostile",
            "/name/place/Port%20Nowhere",
            "/help/deploy",
            "/nowhere"));
  }
}
