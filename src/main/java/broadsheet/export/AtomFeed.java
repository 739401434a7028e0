package broadsheet.export;

import broadsheet.address.ArticleAddress;
import broadsheet.article.PublicationDate;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.MarkedText;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * Articles as a feed.
 *
 * <p>Source: RFC 4287, The Atom Syndication Format.
 *
 * @param title the feed title
 * @param subtitle which part of all articles it has; may be empty
 * @param site the address of this server, without a trailing slash
 * @param self the path and query of the feed
 * @param page the path and query of the same results as a page
 * @param updated when the archive last changed; used for undated articles
 * @param entries newest first
 */
public record AtomFeed(
    String title,
    String subtitle,
    String site,
    String self,
    String page,
    Instant updated,
    List<Entry> entries) {
  public static final String TYPE = "application/atom+xml; charset=utf-8";

  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

  /**
   * An entry.
   *
   * @param cameIn when the article was first indexed; empty to use its own date
   */
  public record Entry(Hit hit, Optional<Instant> cameIn) {
    public static Entry of(Hit hit) {
      return new Entry(hit, Optional.empty());
    }
  }

  /** The feed document. */
  public byte[] bytes() {
    return XmlText.document("feed", NAMESPACE, this::write);
  }

  private void write(XmlText feed) throws XMLStreamException {
    feed.text("id", site + self);
    feed.text("title", title);
    feed.text("subtitle", subtitle);
    feed.text("updated", moment(updated));
    feed.empty("link", "rel", "self", "type", "application/atom+xml", "href", site + self);
    feed.empty("link", "rel", "alternate", "type", "text/html", "href", site + page);
    feed.element("author", author -> author.text("name", "Broadsheet"));
    feed.text("generator", "Broadsheet");
    for (Entry each : entries) {
      feed.element("entry", entry -> write(entry, each));
    }
  }

  private void write(XmlText entry, Entry article) throws XMLStreamException {
    Hit hit = article.hit();
    String address = site + ArticleAddress.path(hit.id());
    entry.text("id", address);
    entry.text("title", hit.title().text());
    boolean isDated = hit.publishedAt().isKnown();
    String printed = isDated ? instant(hit.publishedAt()) : "";
    entry.text("published", printed);
    entry.text(
        "updated",
        article.cameIn().map(AtomFeed::moment).orElse(isDated ? printed : moment(updated)));
    entry.empty("link", "rel", "alternate", "type", "text/html", "href", address);
    for (String name : authors(hit)) {
      entry.element("author", author -> author.text("name", name));
    }
    for (String topic : hit.plain(FacetField.TOPIC)) {
      entry.empty("category", "term", topic);
    }
    entry.text("summary", MarkedText.joined(hit.snippets()).text());
  }

  private static String moment(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** The authors or, if none is stated, the outlet. */
  private static List<String> authors(Hit hit) {
    List<String> authors = hit.plain(FacetField.AUTHOR);
    return authors.isEmpty() ? hit.plain(FacetField.SOURCE) : authors;
  }

  /**
   * Atom needs a moment to the second: the earliest that the date may mean, in UTC if it states no
   * zone.
   */
  private static String instant(PublicationDate date) {
    OffsetDateTime first =
        date.first()
            .orElseThrow()
            .atTime(date.time().orElse(LocalTime.MIDNIGHT))
            .truncatedTo(ChronoUnit.SECONDS)
            .atOffset(offset(date));
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(first);
  }

  private static ZoneOffset offset(PublicationDate date) {
    if (date.precision() != PublicationDate.Precision.INSTANT) {
      return ZoneOffset.UTC;
    }
    TemporalAccessor stated = DateTimeFormatter.ISO_DATE_TIME.parse(date.iso());
    return stated.isSupported(ChronoField.OFFSET_SECONDS)
        ? ZoneOffset.from(stated)
        : ZoneOffset.UTC;
  }
}
