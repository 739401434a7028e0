package broadsheet.corpus;

import broadsheet.article.Article;
import broadsheet.corpus.record.Ledger;
import broadsheet.corpus.record.SinkReception;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Reads a folder in a process of its own and prints the result. */
public final class HostileRun {
  private HostileRun() {}

  /**
   * Prints the number of sound files that gave an article titled {@code args[1]}, and the number of
   * files read.
   */
  public static void main(String[] args) {
    AtomicLong good = new AtomicLong();
    Set<String> files = ConcurrentHashMap.newKeySet();
    Ledger ledger = new Ledger();
    TestCorpus.of(List.of(Path.of(args[0])), Reading.TODAY)
        .read(new SinkReception(article -> count(article, args[1], good, files)), ledger, 2);
    long children = ProcessHandle.current().children().count();
    System.out.println(
        good.get() + " good, " + ledger.totals().files() + " files, " + children + " workers left");
  }

  private static void count(Article article, String title, AtomicLong good, Set<String> files) {
    boolean isNew = files.add(article.locations().getFirst());
    boolean isSound = article.locations().getFirst().contains("good");
    if (isNew && isSound && article.title().equals(title)) {
      good.incrementAndGet();
    }
  }
}
