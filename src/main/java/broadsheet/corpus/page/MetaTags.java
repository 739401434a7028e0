package broadsheet.corpus.page;

import broadsheet.corpus.record.FieldNames.Part;
import broadsheet.corpus.record.PageFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The {@code <meta>} elements of a page: Open Graph, Dublin Core, and the names that publishing
 * systems use. Immutable.
 */
final class MetaTags {
  private static final List<String> TITLE =
      List.of(
          "og:title",
          "parsely-title",
          "sailthru.title",
          "dc.title",
          "dcterms.title",
          "headline",
          "hdl",
          "twitter:title",
          "title");

  private static final List<String> STANDFIRST =
      List.of(
          "og:description",
          "description",
          "sailthru.description",
          "dc.description",
          "dcterms.description",
          "twitter:description");

  /** Excludes dates of changes; the vague {@code date} comes last. */
  private static final List<String> DATE =
      List.of(
          "article:published_time",
          "og:article:published_time",
          "og:published_time",
          "datepublished",
          "parsely-pub-date",
          "sailthru.date",
          "dc.date.issued",
          "dcterms.issued",
          "dcterms.created",
          "dc.date",
          "dcterms.date",
          "pubdate",
          "publishdate",
          "publish-date",
          "publish_date",
          "published-date",
          "publicationdate",
          "publication-date",
          "publication_date",
          "article.published",
          "article_date_original",
          "originalpublicationdate",
          "cxenseparse:recs:publishtime",
          "citation_publication_date",
          "datecreated",
          "date");

  private static final List<String> AUTHOR =
      List.of(
          "parsely-author",
          "sailthru.author",
          "author",
          "article:author",
          "article:author_name",
          "byl",
          "dc.creator",
          "dcterms.creator",
          "citation_author",
          "article.author");

  private static final List<String> SECTION =
      List.of("article:section", "parsely-section", "section", "article.section", "category");

  private static final List<String> TOPIC =
      List.of(
          "article:tag",
          "parsely-tags",
          "news_keywords",
          "sailthru.tags",
          "keywords",
          "dc.subject",
          "dcterms.subject");

  private static final List<String> SOURCE =
      List.of("og:site_name", "dc.publisher", "dcterms.publisher");

  private static final List<String> LANGUAGE =
      List.of("dc.language", "dcterms.language", "content-language", "language", "og:locale");

  private static final List<String> NAME_ATTRIBUTES =
      List.of("property", "name", "itemprop", "http-equiv");

  private final Map<String, List<String>> contents = new HashMap<>();

  MetaTags(Document page) {
    for (Element meta : page.select("meta[content]")) {
      for (String attribute : NAME_ATTRIBUTES) {
        String name = meta.attr(attribute).toLowerCase(Locale.ROOT);
        if (!name.isEmpty()) {
          contents.computeIfAbsent(name, n -> new ArrayList<>()).add(meta.attr("content"));
        }
      }
    }
  }

  /** The content of the first element with this name; empty if there is none. */
  String content(String name) {
    return contents.getOrDefault(name, List.of("")).getFirst();
  }

  void addTo(PageFacts facts) {
    add(facts, Part.TITLE, TITLE);
    add(facts, Part.STANDFIRST, STANDFIRST);
    add(facts, Part.DATE, DATE);
    add(facts, Part.AUTHOR, AUTHOR);
    add(facts, Part.SECTION, SECTION);
    add(facts, Part.TOPIC, TOPIC);
    add(facts, Part.SOURCE, SOURCE);
    add(facts, Part.LANGUAGE, LANGUAGE);
    add(facts, Part.URL, List.of("og:url", "parsely-link"));
  }

  private void add(PageFacts facts, Part part, List<String> names) {
    for (String name : names) {
      facts.add(part, contents.getOrDefault(name, List.of()).stream());
    }
  }
}
