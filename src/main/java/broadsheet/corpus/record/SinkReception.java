package broadsheet.corpus.record;

import broadsheet.article.Article;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import java.util.function.Consumer;

/**
 * Accepts every file and passes on only its articles.
 *
 * @param sink receives them
 */
public record SinkReception(Consumer<Article> sink) implements Reception {

  @Override
  public boolean begin(FoundFile file) {
    return true;
  }

  @Override
  public void article(String path, Article article) {
    sink.accept(article);
  }

  @Override
  public void entry(String path, LedgerEntry entry) {}

  @Override
  public void end(FileRecord file) {}

  @Override
  public void endUnread(FileRecord file) {}
}
