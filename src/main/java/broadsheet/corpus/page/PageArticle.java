package broadsheet.corpus.page;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.json.JsonLd;
import broadsheet.corpus.json.JsonLdArticle;
import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.record.FieldNames.Part;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.PageFacts;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.PageTitle;
import broadsheet.corpus.text.Standfirst;
import broadsheet.corpus.text.StatedTopics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads one web page as an article, and changes the page. Use once. */
final class PageArticle {
  private static final int LONG_BODY = 600;

  private final Document page;
  private final MetaTags meta;
  private final JsonLd json;
  private final Optional<JsonLdArticle> stated;
  private final String url;
  private final String host;
  private final PageFacts facts = new PageFacts();
  private final PageTitle titles;
  private final String title;
  private final String printedDay;

  PageArticle(Document page) {
    StreamedParts.place(page);
    this.page = page;
    this.meta = new MetaTags(page);
    this.json = JsonLd.of(page);
    this.url = PageAddress.of(page, meta);
    this.host = PageAddress.host(url.isEmpty() ? page.location() : url);
    List<String> headlines =
        page.body().select("h1").stream()
            .limit(PageCleaning.MOST_HEADLINES)
            .map(Element::text)
            .toList();
    this.stated = JsonLdArticle.of(json, mark -> mark.equals(url) || headlines.contains(mark));
    PrintedMetadata printed = new PrintedMetadata(page);
    collectFacts(printed);
    this.printedDay = printed.day();
    this.titles = new PageTitle(siteNames());
    this.title = titles.of(facts.all(Part.TITLE), CleanText.lines(headlines), page.title());
  }

  /**
   * @throws NotAnArticle if the page contains none
   */
  Article article(Records records, DateReader dates) throws NotAnArticle {
    List<String> authors = authors();
    PageKind kind = PageKind.of(page, meta, json, url);
    List<String> captions = PageCleaning.clean(page, host, title);
    PageBody body = body(authors);
    Optional<String> whyNone = kind.whyNone(title, body.paragraphs());
    if (whyNone.isPresent()) {
      throw NotAnArticle.skipped(whyNone.get());
    }
    if (body.paragraphs().isEmpty()) {
      records.remark(
          0, "a headline without text", "the page has no text, or loads it with a script");
    }
    return records
        .article(0, "", url)
        .title(title)
        .standfirst(Standfirst.of(facts.first(Part.STANDFIRST), title, body.paragraphs()))
        .paragraphs(body.paragraphs())
        .captions(captions)
        .related(body.related())
        .authors(authors)
        .source(source())
        .section(section())
        .topics(topics())
        .language(language())
        .publishedAt(records.remarked(0, PageDate.of(facts.all(Part.DATE), printedDay, dates)))
        .build();
  }

  private void collectFacts(PrintedMetadata printed) {
    facts.add(Part.SOURCE, meta.content("og:site_name"));
    stated.ifPresent(article -> article.addTo(facts));
    meta.addTo(facts);
    new Microdata(page).addTo(facts);
    printed.addTo(facts);
  }

  /** The body in the cleaned page, or the one in its JSON-LD if the page has much less of it. */
  private PageBody body(List<String> authors) {
    List<String> whole = stated.map(JsonLdArticle::paragraphs).orElse(List.of());
    MainText text = new MainText(page, host, facts.first(Part.STANDFIRST));
    List<Block> blocks = StatedBody.of(whole).of(text.blocks(), text.all());
    PageBody body = PageBody.of(Copies.without(blocks), title, authors);
    boolean isLonger = length(whole) >= LONG_BODY && length(body.paragraphs()) * 2 < length(whole);
    LiveBlog times = new LiveBlog(stated.map(JsonLdArticle::posts).orElse(List.of()));
    return new PageBody(times.timed(isLonger ? whole : body.paragraphs()), body.related());
  }

  private static int length(List<String> paragraphs) {
    return paragraphs.stream().mapToInt(String::length).sum();
  }

  private Stream<String> siteNames() {
    String label = host.substring(0, Math.max(0, host.lastIndexOf('.')));
    return Stream.concat(
        facts.all(Part.SOURCE).stream().flatMap(name -> Stream.of(name, PageTitle.beforeBar(name))),
        Stream.of(host, label));
  }

  /** The first people stated. The outlet and its publisher are not authors. */
  private List<String> authors() {
    return facts.statements(Part.AUTHOR).stream()
        .map(stated -> PageByline.people(stated).stream().filter(p -> !titles.isOfSite(p)).toList())
        .filter(people -> !people.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private String source() {
    String name = PageTitle.beforeBar(facts.first(Part.SOURCE));
    return name.isEmpty() || name.startsWith("@") ? host : name;
  }

  private String section() {
    return facts.all(Part.SECTION).stream().filter(s -> !s.contains("://")).findFirst().orElse("");
  }

  private List<String> topics() {
    return facts.statements(Part.TOPIC).stream()
        .map(StatedTopics::of)
        .filter(topics -> !topics.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private String language() {
    return facts.all(Part.LANGUAGE).stream()
        .map(LanguageTag::of)
        .filter(l -> !l.isEmpty())
        .findFirst()
        .orElse("");
  }
}
