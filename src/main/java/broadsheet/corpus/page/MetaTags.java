package broadsheet.corpus.page;

import broadsheet.corpus.record.FieldNames.Part;
import broadsheet.corpus.record.PageFacts;
import broadsheet.corpus.text.PageTitle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The {@code <meta>} elements of a page: Open Graph, Dublin Core, and the names that publishing
 * systems use. Only the letters and digits of a name count: {@code dc:creator} is {@code
 * DC.creator}. Immutable.
 */
final class MetaTags {
  private static final List<String> TITLE =
      List.of(
          ("og:title parsely-title sailthru.title dc.title dcterms.title headline hdl"
                  + " twitter:title title")
              .split(" ", -1));

  private static final List<String> STANDFIRST =
      List.of(
          ("og:description description sailthru.description dc.description"
                  + " dcterms.description twitter:description")
              .split(" ", -1));

  /** Excludes dates of changes; the vague {@code date} comes last. */
  private static final List<String> DATE =
      List.of(
          ("article:published_time og:article:published_time og:published_time"
                  + " datePublished parsely-pub-date sailthru.date dc.date.issued dcterms.issued"
                  + " dcterms.created dc.date dcterms.date pubdate publish-date published-date"
                  + " publication-date article.published article_date_original"
                  + " originalPublicationDate citation_publication_date dateCreated date")
              .split(" ", -1));

  private static final Pattern ALSO_DATE =
      Pattern.compile("(?!.*(?:un|re)publish).*publish(?:ed)?(?:time|date|at)");

  private static final List<String> AUTHOR =
      List.of(
          ("parsely-author sailthru.author author article:author article:author_name byl"
                  + " dc.creator dcterms.creator citation_author")
              .split(" ", -1));

  private static final Pattern ALSO_AUTHOR = Pattern.compile(".*authors?");

  private static final List<String> SECTION =
      List.of("article:section", "parsely-section", "section", "category");

  private static final List<String> TOPIC =
      List.of(
          ("article:tag parsely-tags news_keywords sailthru.tags keywords dc.subject"
                  + " dcterms.subject")
              .split(" ", -1));

  private static final List<String> SOURCE =
      List.of("og:site_name", "dc.publisher", "dcterms.publisher");

  private static final List<String> LANGUAGE =
      List.of("dc.language", "dcterms.language", "content-language", "language", "og:locale");

  private static final List<String> NAME_ATTRIBUTES =
      List.of("property", "name", "itemprop", "http-equiv");

  private final Map<String, List<String>> contents = new LinkedHashMap<>();

  MetaTags(Document page) {
    for (Element meta : page.select("meta[content]")) {
      for (String attribute : NAME_ATTRIBUTES) {
        String name = PageTitle.folded(meta.attr(attribute));
        if (!name.isEmpty()) {
          contents.computeIfAbsent(name, n -> new ArrayList<>()).add(meta.attr("content"));
        }
      }
    }
  }

  /** The content of the first element with this name; empty if there is none. */
  String content(String name) {
    return all(name).findFirst().orElse("");
  }

  private Stream<String> all(String name) {
    return contents.getOrDefault(PageTitle.folded(name), List.of()).stream();
  }

  void addTo(PageFacts facts) {
    add(facts, Part.TITLE, TITLE);
    add(facts, Part.STANDFIRST, STANDFIRST);
    add(facts, Part.DATE, DATE);
    add(facts, Part.DATE, ALSO_DATE);
    add(facts, Part.AUTHOR, AUTHOR);
    add(facts, Part.AUTHOR, ALSO_AUTHOR);
    add(facts, Part.SECTION, SECTION);
    add(facts, Part.TOPIC, TOPIC);
    add(facts, Part.SOURCE, SOURCE);
    add(facts, Part.LANGUAGE, LANGUAGE);
    add(facts, Part.URL, List.of("og:url", "parsely-link"));
  }

  private void add(PageFacts facts, Part part, List<String> names) {
    names.forEach(name -> facts.add(part, all(name)));
  }

  /** Adds what elements of similar names state, in their order on the page. */
  private void add(PageFacts facts, Part part, Pattern names) {
    contents.forEach(
        (name, values) -> {
          if (names.matcher(name).matches()) {
            facts.add(part, values.stream());
          }
        });
  }
}
