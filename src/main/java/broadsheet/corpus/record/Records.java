package broadsheet.corpus.record;

import broadsheet.article.Article;
import broadsheet.article.Article.IdOrigin;
import broadsheet.article.ArticleBuilder;
import broadsheet.article.ItemVersion;
import broadsheet.article.PublicationDate;
import broadsheet.corpus.date.ReadDate;
import broadsheet.corpus.language.LanguageDetector;
import broadsheet.ledger.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives the records that a format finds in one file. A record that cannot become an article goes
 * into the ledger and affects nothing else; an exception from the receiver of articles ends the
 * reading.
 */
public final class Records {
  private static final Logger LOG = LoggerFactory.getLogger(Records.class);

  /** The longest record that is read, in bytes; a longer one fails, so that memory is bounded. */
  public static final int LONGEST_RECORD = 16 * 1024 * 1024;

  public static final String TOO_LONG = "longer than 16 MB";

  /** The remark on text that was not in the file but on its pictures. */
  public static final String RECOGNIZED = "text recognized by OCR";

  /** The remark on pictures whose text stayed unknown. */
  public static final String UNRECOGNIZED = "some pages could not be recognized";

  /** Makes one record into an article. */
  public interface Making {
    Article make() throws NotAnArticle;
  }

  /** Reads a file that is inside another, such as an attachment. */
  public interface Inner {
    /**
     * Reads a file in any format.
     *
     * @param name the name as its container states it
     * @param url the address it was fetched from; may be empty
     * @param charset the character set as its container states it; may be empty
     * @return the location of the file; empty if it was not read
     */
    String read(String name, String url, String charset, InputStream content) throws IOException;
  }

  private final SourceFile file;
  private final FileAccount account;
  private final ArticleCompletion completion;
  private final Siblings siblings;
  private final Inner inner;
  private final Budget budget;
  private long met;

  /** The date of the record that is being made, if its calendar depends on the article. */
  private Optional<ReadDate> undecided = Optional.empty();

  /** The records of a file without other files inside. */
  public Records(SourceFile file, FileAccount account, ArticleCompletion completion) {
    this(file, account, completion, Siblings.NONE);
  }

  public Records(
      SourceFile file, FileAccount account, ArticleCompletion completion, Siblings siblings) {
    this(
        file, account, completion, siblings, (name, url, charset, content) -> "", Budget.UNLIMITED);
  }

  private Records(
      SourceFile file,
      FileAccount account,
      ArticleCompletion completion,
      Siblings siblings,
      Inner inner,
      Budget budget) {
    this.siblings = siblings;
    this.inner = inner;
    this.budget = budget;
    this.file = file;
    this.account = account;
    this.completion = completion;
  }

  /**
   * The same records, with a reader of the files inside the file.
   *
   * @param limit the budget that everything read of the file counts against
   */
  public Records with(Inner reader, Budget limit) {
    return new Records(file, account, completion, siblings, reader, limit);
  }

  public SourceFile file() {
    return file;
  }

  /** The files around the file. */
  public Siblings siblings() {
    return siblings;
  }

  /** The budget for a format that unpacks its file. */
  public Budget budget() {
    return budget;
  }

  /** Whether the file has given nothing so far, not even a bad record. */
  public boolean isEmpty() {
    return met == 0;
  }

  /**
   * The id of the article of another record.
   *
   * @param ownId the other record's own id; may be empty
   * @return empty if that is
   */
  public static String idOf(String ownId) {
    return ownId.isEmpty() ? "" : ArticleId.ofOwn(ownId);
  }

  /**
   * Starts the article of a record. Its id comes from the record's own id, otherwise its url,
   * otherwise its place. Also sets its url and location.
   *
   * @param number the record or line in its file, from 1; 0 for the whole file
   * @param ownId empty if it has none
   * @param url empty if it has none
   */
  public ArticleBuilder article(long number, String ownId, String url) {
    String address = url.isEmpty() ? file.url() : url;
    ArticleBuilder article;
    if (!ownId.isEmpty()) {
      article = Article.withId(ArticleId.ofOwn(ownId));
    } else if (!address.isEmpty()) {
      article = Article.withId("").id(ArticleId.ofUrl(address), IdOrigin.URL);
    } else {
      String place = number == 0 ? file.stem() : file.stem() + "-" + number;
      article = Article.withId("").id(ArticleId.ofPath(place), IdOrigin.PLACE);
    }
    return article.url(address).location(location(number));
  }

  private String location(long number) {
    return number == 0 ? file.location() : file.location() + "#" + number;
  }

  /** The versions of items that a record is, by the names its provider gives them. */
  public List<ItemVersion> items(List<ItemName> names) {
    return names.stream()
        .filter(ItemName::isStated)
        .map(name -> name.within(file.url(), account.source()))
        .toList();
  }

  /**
   * Enters that a record, which is an article, also withdraws another item.
   *
   * @param status the status as the provider states it
   */
  public void withdraw(long number, String status, ItemName name) {
    withdraw(Outcome.REMARKED, number, status, List.of(name));
  }

  /**
   * Makes the article and passes it on.
   *
   * @param number the record or line in its file, from 1; 0 for the whole file
   */
  public void take(long number, Making making) {
    met++;
    undecided = Optional.empty();
    Article article;
    try {
      Article made = LanguageDetector.completed(completion.of(making.make(), file));
      article = dated(withoutDoubtfulDate(number, made));
    } catch (NotAnArticle e) {
      enter(number, e);
      return;
    } catch (RuntimeException e) {
      LOG.debug("Could not read {}", place(number), e);
      account.failed(place(number), "could not be made into an article", e.toString());
      return;
    }
    account.article(article);
  }

  /** A year such as 1400 may be one of two calendars in Arabic. */
  private Article withoutDoubtfulDate(long number, Article article) {
    if (undecided.isEmpty() || !HijriYears.mayBeLunar(article)) {
      return article;
    }
    remark(number, ReadDate.AMBIGUOUS, undecided.get().text());
    return completion.of(article.toBuilder().publishedAt(PublicationDate.unknown()).build(), file);
  }

  /** A version without a time of its own was made when it was published. */
  private static Article dated(Article article) {
    List<ItemVersion> items = article.items();
    String time = article.publishedAt().iso();
    return items.isEmpty()
        ? article
        : article.toBuilder()
            .items(items.stream().map(item -> item.changedAt(time)).toList())
            .build();
  }

  /** Reads a file inside this one, in any format; see {@link Inner#read}. */
  public void inside(String name, String url, String charset, InputStream content)
      throws IOException {
    met++;
    inner.read(name, url, charset, content);
  }

  /**
   * Reads a file inside this one, as {@link #inside} does. If it is a single article as a whole,
   * that is not passed on but returned.
   */
  public Optional<Article> enclosed(String name, InputStream content) throws IOException {
    met++;
    return account.holding(() -> inner.read(name, "", "", content));
  }

  /** Passes an article of {@link #enclosed} on after all. */
  public void release(Article enclosed) {
    account.article(enclosed);
  }

  public void fail(long number, String reason, String detail) {
    met++;
    account.failed(place(number), reason, detail);
  }

  public void skip(long number, String reason) {
    skip(number, reason, "");
  }

  public void skip(long number, String reason, String detail) {
    met++;
    account.skipped(place(number), reason, detail);
  }

  public void remark(long number, String reason, String detail) {
    account.remark(place(number), reason, detail);
  }

  /**
   * Notes that the recognition of pictures changes what the file gives, so that it is read again
   * when that is switched on or off, or recognizes other languages.
   */
  public void dependOnRecognition() {
    account.dependOnRecognition();
  }

  /** Notes a field of a record that its format does not use. */
  public void unused(String field) {
    account.unused(field);
  }

  /** Returns the date, after entering any remark on it. */
  public PublicationDate remarked(long number, ReadDate date) {
    if (!date.remark().isEmpty()) {
      remark(number, date.remark(), date.text());
    }
    if (date.isPersianByYear()) {
      undecided = Optional.of(date);
    }
    return date.date();
  }

  private void withdraw(Outcome outcome, long number, String status, List<ItemName> names) {
    String detail = status + ": " + names.getFirst();
    List<String> ids = names.stream().map(name -> ArticleId.ofOwn(name.name())).distinct().toList();
    account.withdrawn(outcome, place(number), detail, items(names), ids);
  }

  private void enter(long number, NotAnArticle why) {
    List<ItemName> withdrawn = why.withdrawn().stream().filter(ItemName::isStated).toList();
    if (!withdrawn.isEmpty()) {
      withdraw(Outcome.SKIPPED, number, why.detail(), withdrawn);
    } else if (why.outcome() == Outcome.FAILED) {
      account.failed(place(number), why.reason(), why.detail());
    } else {
      account.skipped(place(number), why.reason(), why.detail());
    }
  }

  private String place(long number) {
    return number == 0 ? file.place() : file.place() + "#" + number;
  }
}
