package broadsheet.benchmark;

import broadsheet.article.Article;
import broadsheet.corpus.TestCorpus;
import broadsheet.corpus.record.Ledger;
import broadsheet.names.Candidates;
import broadsheet.names.Name;
import broadsheet.names.NameKind;
import broadsheet.names.NameTable;
import broadsheet.names.NamedPart;
import broadsheet.names.Quote;
import broadsheet.names.decide.ArchiveEvidence;
import broadsheet.names.decide.NameDecisions;
import broadsheet.names.quote.SpokenQuotes;
import broadsheet.names.tag.NameTagger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Prints quotes of an archive drawn at random, each with its speaker and its paragraphs, to be
 * judged by eye: is the speaker right, and do the words begin and end where they should?
 */
final class QuoteMeasure {

  private static final int MOST_AROUND = 300;

  private final List<Found> found = new ArrayList<>();
  private final List<Candidates> candidates = new ArrayList<>();
  private final Map<String, BitSet> articlesByForm = new HashMap<>();
  private int quotes;

  private QuoteMeasure() {}

  /** A quote, and its paragraphs with the quoted words in brackets. */
  private record Found(String article, String form, String marked) {}

  /**
   * Reads {@code -Dcorpus}, the articles of {@code -Dhalf} (0 or 1 by a checksum of their ids;
   * otherwise all), and draws {@code -Dnumber} quotes with {@code -Dseed}.
   */
  public static void main(String[] arguments) {
    new QuoteMeasure()
        .run(
            Path.of(System.getProperty("corpus", "")),
            Integer.getInteger("half", -1),
            Integer.getInteger("number", 100),
            Long.getLong("seed", 1));
  }

  private void run(Path corpus, int half, int number, long seed) {
    TestCorpus.read(
        TestCorpus.of(List.of(corpus), LocalDate.EPOCH),
        article -> {
          if (half < 0 || Math.floorMod(article.id().hashCode(), 2) == half) {
            add(article);
          }
        },
        new Ledger());
    NameTable names = decided();
    List<String> lines = new ArrayList<>();
    for (Found each : found) {
      for (Name name : names.namesOf(each.form)) {
        if (name.kind() != NameKind.PLACE) {
          lines.add(
              "%s (%s, “%s”) in %s%n    %s"
                  .formatted(
                      name.text(), name.kind().label(), each.form, each.article, each.marked));
        }
      }
    }
    System.out.printf(
        "%,d articles, %,d quotes, %,d of decided people and organisations%n",
        candidates.size(), quotes, lines.size());
    Collections.shuffle(lines, new Random(seed));
    for (int i = 0; i < Math.min(number, lines.size()); i++) {
      System.out.printf("%n%d. %s%n", i + 1, lines.get(i));
    }
  }

  private void add(Article article) {
    Candidates of = NameTagger.english().candidates(article);
    int number = candidates.size();
    candidates.add(of);
    of.forms().forEach(form -> articlesByForm.computeIfAbsent(form, _ -> new BitSet()).set(number));
    String body = NamedPart.BODY.of(article);
    for (Quote quote : SpokenQuotes.of(article, of)) {
      quotes++;
      String form = of.forms().get(of.mentions().get(quote.speaker()).form());
      found.add(new Found(article.id(), form, marked(body, quote)));
    }
  }

  private static String marked(String body, Quote quote) {
    int start = quote.pieces().getFirst().start();
    int last = quote.pieces().getLast().end();
    int from = Math.max(start - MOST_AROUND, body.lastIndexOf('\n', start) + 1);
    int paragraph = body.indexOf('\n', last);
    int end = Math.min(last + MOST_AROUND, paragraph < 0 ? body.length() : paragraph);
    StringBuilder marked = new StringBuilder();
    int at = from;
    for (Quote.Piece piece : quote.pieces()) {
      marked.append(body, at, piece.start()).append('⟦');
      marked.append(body, piece.start(), piece.end()).append('⟧');
      at = piece.end();
    }
    return marked.append(body, at, end).toString();
  }

  private NameTable decided() {
    ArchiveEvidence evidence = new ArchiveEvidence(articlesByForm.keySet());
    candidates.forEach(evidence::add);
    return NameDecisions.decide(evidence, candidates.size(), this::articlesWithAny);
  }

  private int articlesWithAny(Collection<String> forms) {
    BitSet all = new BitSet();
    forms.forEach(form -> all.or(articlesByForm.getOrDefault(form, new BitSet())));
    return all.cardinality();
  }
}
