package broadsheet.corpus;

import broadsheet.article.Article;
import broadsheet.article.Article.IdOrigin;
import broadsheet.article.ArticleBuilder;
import broadsheet.article.PublicationDate;
import java.io.Serial;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a format puts what it finds in one file. A record that cannot be made into an article ends
 * in the ledger and costs nothing else; what the sink throws ends the reading.
 */
final class Records {
  private static final Logger LOG = LoggerFactory.getLogger(Records.class);

  /** Bytes of the longest record that is read; a longer one fails, so that memory is bounded. */
  static final int LONGEST_RECORD = 16 * 1024 * 1024;

  static final String TOO_LONG = "longer than 16 MB";

  /** Makes one record into an article. */
  interface Making {
    Article make() throws NotAnArticle;
  }

  private final SourceFile file;
  private final Consumer<Article> sink;
  private final Ledger ledger;
  private final Completion completion;
  private long met;

  Records(SourceFile file, Consumer<Article> sink, Ledger ledger, Completion completion) {
    this.file = file;
    this.sink = sink;
    this.ledger = ledger;
    this.completion = completion;
  }

  SourceFile file() {
    return file;
  }

  /** Whether the file has given nothing at all so far, not even a bad record. */
  boolean isEmpty() {
    return met == 0;
  }

  /**
   * Starts the article of a record: its id from what the record has of its own, else from its url,
   * else from its place; its url; and where it was read.
   *
   * @param number the record or line in its file, from 1; 0 for the file as a whole
   * @param ownId empty if it has none
   * @param url empty if it has none
   */
  ArticleBuilder article(long number, String ownId, String url) {
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

  /**
   * Makes the article and hands it over.
   *
   * @param number the record or line in its file, from 1; 0 for the file as a whole
   */
  void take(long number, Making making) {
    met++;
    Article article;
    try {
      article = completion.of(making.make());
    } catch (NotAnArticle e) {
      enter(number, e);
      return;
    } catch (RuntimeException e) {
      LOG.debug("Could not read {}", place(number), e);
      ledger.failed(place(number), "could not be made into an article", e.toString());
      return;
    }
    handOver(article);
  }

  void fail(long number, String reason, String detail) {
    met++;
    ledger.failed(place(number), reason, detail);
  }

  void skip(long number, String reason) {
    met++;
    ledger.skipped(place(number), reason, "");
  }

  void remark(long number, String reason, String detail) {
    ledger.remark(place(number), reason, detail);
  }

  /** Gives the date, after entering what there is to remark on it. */
  PublicationDate remarked(long number, ReadDate date) {
    if (!date.remark().isEmpty()) {
      remark(number, date.remark(), date.text());
    }
    return date.date();
  }

  private void enter(long number, NotAnArticle why) {
    if (why.outcome() == Outcome.FAILED) {
      ledger.failed(place(number), why.reason(), why.detail());
    } else {
      ledger.skipped(place(number), why.reason(), why.detail());
    }
  }

  private void handOver(Article article) {
    try {
      sink.accept(article);
    } catch (RuntimeException e) {
      throw new SinkFailure(e);
    }
    ledger.indexed();
  }

  private String place(long number) {
    return number == 0 ? file.path().toString() : file.path() + "#" + number;
  }

  /** Carries what a sink threw past everything that keeps bad files from ending a run. */
  static final class SinkFailure extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;
    private final RuntimeException thrown;

    SinkFailure(RuntimeException thrown) {
      super(thrown);
      this.thrown = thrown;
    }

    RuntimeException thrown() {
      return thrown;
    }
  }
}
