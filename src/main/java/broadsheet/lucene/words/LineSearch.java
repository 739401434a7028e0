package broadsheet.lucene.words;

import broadsheet.engine.words.ConcordanceRequest;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.mark.MatchMarker;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.StoredFields;

/** Finds the lines of a concordance in one part of an archive. Not thread-safe. */
final class LineSearch {

  private static final Set<String> STORED =
      Stream.concat(
              Stream.concat(MatchPlaces.TEXTS.stream(), Stream.of(QueryField.ID, QueryField.SOURCE))
                  .map(QueryField::label),
              StoredArticle.DATES.stream())
          .collect(Collectors.toUnmodifiableSet());

  /** The lines of so few articles are all counted, in any order. */
  private static final int FEW = 500;

  private static final int MOST_AT_ONCE = 10_000;

  private static final int GROWTH = 4;

  private final SelectedArticles found;
  private final ConcordanceRequest request;
  private final SearchBudget budget;
  private final LineLevels order;
  private final Comparator<ConcordanceSortKey> inOrder;
  private final Optional<ConcordanceSortKey> after;
  private final StoredFields stored;
  private final Optional<LineDraw> draw;
  private long total;
  private long behind;

  private record Candidate(ConcordanceSortKey key, int document) {}

  /**
   * @param draw the lines that count; empty for all
   */
  LineSearch(
      SelectedArticles found,
      ConcordanceRequest request,
      Optional<LineDraw> draw,
      SearchBudget budget)
      throws IOException {
    this.found = found;
    this.request = request;
    this.budget = budget;
    this.draw = draw;
    order = LineLevels.of(request);
    inOrder = order.comparator();
    after = request.after().map(cursor -> LineCursor.parse(order, cursor));
    stored = budget.snapshot().storedFields();
  }

  PartLines lines(Optional<MatchMarker> marker) throws IOException {
    if (marker.isEmpty()) {
      return new PartLines(List.of(), OptionalLong.empty(), after, found.extent(0));
    }
    LinePlaces places = LinePlaces.of(marker.get(), stored, request, draw);
    return order.isByWords() ? byWords(places) : byArticle(places);
  }

  private boolean isBehind(ConcordanceSortKey key) {
    return after.isEmpty() || inOrder.compare(key, after.get()) > 0;
  }

  /** Reads articles in their order until there are enough lines. */
  private PartLines byArticle(LinePlaces places) throws IOException {
    OrderedArticles articles =
        new OrderedArticles(found.documents(), budget.snapshot().getIndexReader(), order.first());
    boolean isCounting = found.size() <= FEW;
    List<Candidate> lines = new ArrayList<>();
    long read = 0;
    int most = Math.max(request.size(), FEW);
    List<OrderedArticles.Placed> next = articles.from(isCounting ? Optional.empty() : after, most);
    while (!next.isEmpty()) {
      for (OrderedArticles.Placed article : next) {
        boolean isEnough = behind > request.size() && !isCounting;
        if (isEnough || (read > 0 && budget.finding().isPast())) {
          Optional<ConcordanceSortKey> reach =
              isEnough ? last(lines) : Optional.of(article.key()); // the lines before are complete
          return new PartLines(made(lines), OptionalLong.empty(), reach, found.extent(read));
        }
        add(article, places, lines);
        read++;
      }
      most = Math.min(most * GROWTH, MOST_AT_ONCE);
      next = articles.after(next.getLast(), most);
    }
    return new PartLines(
        made(lines),
        isCounting || after.isEmpty() ? OptionalLong.of(total) : OptionalLong.empty(),
        behind > lines.size() ? last(lines) : Optional.empty(),
        found.extent(read));
  }

  private static Optional<ConcordanceSortKey> last(List<Candidate> lines) {
    return Optional.of(lines.getLast().key());
  }

  private void add(OrderedArticles.Placed article, LinePlaces places, List<Candidate> lines)
      throws IOException {
    for (ConcordanceSortKey key : places.keys(article.document(), article.key())) {
      total++;
      if (isBehind(key)) {
        behind++;
        if (lines.size() < request.size()) {
          lines.add(new Candidate(key, article.document()));
        }
      }
    }
  }

  /** Reads all articles and keeps the first lines. */
  private PartLines byWords(LinePlaces places) throws IOException {
    PriorityQueue<Candidate> first =
        new PriorityQueue<>(Comparator.comparing(Candidate::key, inOrder).reversed());
    Deadline finding = budget.finding();
    long read =
        new SystematicSample(found.documents())
            .read(
                SystematicSample.ROUNDS,
                finding::isPast,
                document -> addWorded(document, places, first))
            .articles();
    List<Candidate> lines = new ArrayList<>(first);
    lines.sort(Comparator.comparing(Candidate::key, inOrder));
    return new PartLines(
        made(lines),
        read == found.size() ? OptionalLong.of(total) : OptionalLong.empty(),
        behind > lines.size() ? last(lines) : Optional.empty(),
        found.extent(read));
  }

  private void addWorded(int document, LinePlaces places, PriorityQueue<Candidate> first)
      throws IOException {
    Optional<MatchMarker.Matched> matched = places.marker().in(document);
    if (matched.isEmpty()) {
      return;
    }
    StoredArticle article = new StoredArticle(stored.document(document, STORED));
    for (LinePlaces.Worded line : places.worded(article, matched.get())) {
      ConcordanceSortKey key =
          new ConcordanceSortKey(
              order.key(line.around(), line.place(), article),
              0,
              article.id(),
              line.part(),
              line.place().start(),
              line.place().end());
      if (places.isDrawn(key)) {
        keep(new Candidate(key, document), first);
      }
    }
  }

  private void keep(Candidate line, PriorityQueue<Candidate> first) {
    total++;
    if (isBehind(line.key())) {
      behind++;
      first.add(line);
      if (first.size() > request.size()) {
        first.remove();
      }
    }
  }

  private List<PartLines.Keyed> made(List<Candidate> lines) throws IOException {
    LineMaker maker = new LineMaker(stored, request.context());
    PartLines.Keyed[] made = new PartLines.Keyed[lines.size()];
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < made.length; i++) {
      places.add(i);
    }
    places.sort(Comparator.comparingInt(i -> lines.get(i).document()));
    for (int i : places) {
      Candidate line = lines.get(i);
      made[i] = new PartLines.Keyed(line.key(), maker.line(line.document(), line.key()));
    }
    return List.of(made);
  }
}
