package broadsheet.lucene.words;

import broadsheet.engine.result.MarkedText.Mark;
import broadsheet.engine.words.ConcordanceRequest;
import broadsheet.engine.words.LineOrder;
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
      Stream.concat(MatchPlaces.TEXTS.stream(), Stream.of(QueryField.ID))
          .map(QueryField::label)
          .collect(Collectors.toUnmodifiableSet());

  /** The lines of so few articles are all counted, in any order. */
  private static final int FEW = 500;

  private static final int MOST_AT_ONCE = 10_000;

  private static final int GROWTH = 4;

  private final SelectedArticles found;
  private final ConcordanceRequest request;
  private final SearchBudget budget;
  private final LineOrder order;
  private final Comparator<ConcordanceSortKey> inOrder;
  private final Optional<ConcordanceSortKey> after;
  private final StoredFields stored;
  private long total;
  private long behind;

  private record Candidate(ConcordanceSortKey key, int document) {}

  LineSearch(SelectedArticles found, ConcordanceRequest request, SearchBudget budget)
      throws IOException {
    this.found = found;
    this.request = request;
    this.budget = budget;
    order = request.order();
    inOrder = ConcordanceSortKey.in(order);
    after = request.after().map(cursor -> LineCursor.parse(order, cursor));
    stored = budget.snapshot().storedFields();
  }

  PartLines lines(Optional<MatchMarker> marker) throws IOException {
    if (marker.isEmpty()) {
      return new PartLines(List.of(), OptionalLong.empty(), after, found.extent(0));
    }
    return order.isByWords() ? byWords(marker.get()) : byArticle(marker.get());
  }

  private boolean isBehind(ConcordanceSortKey key) {
    return after.isEmpty() || inOrder.compare(key, after.get()) > 0;
  }

  /** Reads articles in their order until there are enough lines. */
  private PartLines byArticle(MatchMarker marker) throws IOException {
    OrderedArticles articles =
        new OrderedArticles(found.documents(), budget.snapshot().getIndexReader(), order);
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
        add(article, marker, lines);
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

  private void add(OrderedArticles.Placed article, MatchMarker marker, List<Candidate> lines)
      throws IOException {
    Optional<MatchMarker.Matched> matched = marker.in(article.document());
    for (QueryField part : MatchPlaces.TEXTS) {
      for (Mark place : matched.isPresent() ? matched.get().places(part) : List.<Mark>of()) {
        ConcordanceSortKey key = article.key().at(part, place.start(), place.end());
        total++;
        if (isBehind(key)) {
          behind++;
          if (lines.size() < request.size()) {
            lines.add(new Candidate(key, article.document()));
          }
        }
      }
    }
  }

  /** Reads all articles and keeps the first lines. */
  private PartLines byWords(MatchMarker marker) throws IOException {
    PriorityQueue<Candidate> first =
        new PriorityQueue<>(Comparator.comparing(Candidate::key, inOrder).reversed());
    Deadline finding = budget.finding();
    long read =
        new SystematicSample(found.documents())
            .read(
                SystematicSample.ROUNDS,
                finding::isPast,
                document -> addWorded(document, marker, first))
            .articles();
    List<Candidate> lines = new ArrayList<>(first);
    lines.sort(Comparator.comparing(Candidate::key, inOrder));
    return new PartLines(
        made(lines),
        read == found.size() ? OptionalLong.of(total) : OptionalLong.empty(),
        behind > lines.size() ? last(lines) : Optional.empty(),
        found.extent(read));
  }

  private void addWorded(int document, MatchMarker marker, PriorityQueue<Candidate> first)
      throws IOException {
    Optional<MatchMarker.Matched> matched = marker.in(document);
    if (matched.isEmpty()) {
      return;
    }
    StoredArticle article = new StoredArticle(stored.document(document, STORED));
    for (QueryField part : MatchPlaces.TEXTS) {
      List<Mark> places = matched.get().places(part);
      if (!places.isEmpty()) {
        for (TextAround around : TextAround.of(article.text(part), places, LineOrder.WORDS)) {
          for (Mark place : around.places()) {
            ConcordanceSortKey key =
                new ConcordanceSortKey(
                    beside(around, place), 0, article.id(), part, place.start(), place.end());
            keep(new Candidate(key, document), first);
          }
        }
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

  /** The words by which a line is sorted; empty ones where the paragraph ends before. */
  private List<String> beside(TextAround around, Mark place) {
    List<TextAround.Word> words =
        order.compareTo(LineOrder.RIGHT1) < 0
            ? around.left(place, LineOrder.WORDS)
            : around.right(place, LineOrder.WORDS);
    List<String> beside = new ArrayList<>();
    for (int i = LineOrder.WORDS - LineCursor.words(order); i < LineOrder.WORDS; i++) {
      beside.add(i < words.size() ? words.get(i).folded() : "");
    }
    return beside;
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
