package broadsheet.corpus.feed;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.page.PageByline;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Records;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * An RSS or Atom feed of any version. ROME interprets the elements of an item; each item is parsed
 * alone, so that a bad one does not affect others.
 */
final class XmlFeed {
  private final Records records;
  private final DateReader dates;

  XmlFeed(Records records, DateReader dates) {
    this.records = records;
    this.dates = dates;
  }

  /** Passes on the articles of a feed; problems are entered in the ledger. */
  void read(String text) {
    Optional<FeedTree> found = FeedTree.of(text);
    if (found.isEmpty()) {
      records.skip(0, Feed.NOT_A_FEED);
      return;
    }
    FeedTree feed = found.get();
    SoundFeed sound = new SoundFeed(feed);
    long number = 0;
    for (Element item : feed.items()) {
      long at = ++number;
      records.take(at, () -> item(feed, sound, item).article(records, at, dates));
    }
    if (feed.isCutOff()) {
      records.fail(number + 1, "ends too early: cut off or damaged", "");
    } else if (number == 0) {
      records.skip(0, "a feed without items");
    }
  }

  /** Dates come from the XML, because ROME drops their zone and any date it cannot read. */
  private FeedItem item(FeedTree tree, SoundFeed sound, Element item) throws NotAnArticle {
    SyndFeed feed = understood(sound, item);
    SyndEntry entry = feed.getEntries().getFirst();
    return new FeedItem(
        tree.text(item, "guid", "id"),
        new FeedLinks(tree, records.file().url()).url(item, plain(entry.getLink())),
        plain(entry.getTitle()),
        text(entry.getDescription()),
        entry.getContents().stream().map(XmlFeed::text).findFirst().orElse(""),
        tree.date(item),
        authors(entry, feed),
        topics(entry),
        tree.language(item),
        plain(feed.getTitle()));
  }

  private static SyndFeed understood(SoundFeed sound, Element item) throws NotAnArticle {
    try {
      return new SyndFeedInput().build(sound.of(item));
    } catch (FeedException | IllegalArgumentException e) {
      throw NotAnArticle.failed("an invalid feed item", String.valueOf(e.getMessage()));
    }
  }

  /** The authors of the item; in an Atom feed, those of the feed if the item has none. */
  private static List<String> authors(SyndEntry entry, SyndFeed feed) {
    return Stream.of(
            names(entry.getAuthors()),
            creators(entry),
            List.of(plain(entry.getAuthor())),
            names(feed.getAuthors()))
        .map(names -> names.stream().map(PageByline::ofMail).filter(n -> !n.isBlank()).toList())
        .filter(names -> !names.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static List<String> names(List<SyndPerson> people) {
    return people.stream().map(person -> plain(person.getName())).toList();
  }

  private static List<String> creators(SyndEntry entry) {
    return entry.getModule(DCModule.URI) instanceof DCModule dublin
        ? dublin.getCreators().stream().map(XmlFeed::plain).toList()
        : List.of();
  }

  private static List<String> topics(SyndEntry entry) {
    Stream<String> subjects =
        entry.getModule(DCModule.URI) instanceof DCModule dublin
            ? dublin.getSubjects().stream().map(subject -> plain(subject.getValue()))
            : Stream.of();
    return Stream.concat(entry.getCategories().stream().map(XmlFeed::topic), subjects).toList();
  }

  private static String topic(SyndCategory category) {
    return category.getLabel() == null ? plain(category.getName()) : category.getLabel();
  }

  private static String text(@Nullable SyndContent content) {
    return content == null ? "" : plain(content.getValue());
  }

  private static String plain(@Nullable String text) {
    return text == null ? "" : text;
  }
}
