package broadsheet.lucene.coordinator;

import broadsheet.engine.EngineException;
import broadsheet.lucene.meaning.FusedArticles;
import broadsheet.lucene.part.PartQuestion;
import broadsheet.lucene.shard.QuestionBatch;
import broadsheet.lucene.shard.ShardCall;
import broadsheet.lucene.statistics.GlobalDictionary;
import broadsheet.lucene.statistics.GlobalStatistic;
import broadsheet.lucene.statistics.StatisticRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The answers of all shards to the questions of one request, each sent once. Not thread-safe. */
final class RequestAnswers {

  private final RequestCalls calls;
  private final RequestStatistics kept;
  private final Set<StatisticRequest> needed = new HashSet<>();
  private final Map<PartQuestion<?>, Object> answers = new HashMap<>();
  private final Set<PartQuestion<?>> announced = new LinkedHashSet<>();

  RequestAnswers(RequestCalls calls, RequestStatistics kept) {
    this.calls = calls;
    this.kept = kept;
  }

  /** Gathers facts that shards lack. */
  interface Gathering {
    void gather(Set<StatisticRequest> missing) throws IOException;
  }

  /**
   * What is sent along with a question.
   *
   * @param facts those that this client has used so far
   * @param near the articles near in meaning, if any
   */
  record Asking(GlobalDictionary facts, Optional<FusedArticles> near, Gathering gathering) {}

  /** Finds the answers to a question that was not asked yet. */
  interface Finding<A> {
    List<A> find() throws IOException;
  }

  /** Announces a question, which is then sent together with the next one that is asked. */
  void announce(PartQuestion<?> question) {
    announced.add(question);
  }

  /** Forgets what was announced and not asked. */
  void forgetAnnounced() {
    announced.clear();
  }

  /** The answers to a question. */
  <A> List<A> of(PartQuestion<A> question, Asking asking) throws IOException {
    Set<PartQuestion<?>> together = new LinkedHashSet<>(announced);
    announced.clear();
    together.add(question);
    askAll(together, asking);
    return once(question, () -> asked(question, asking));
  }

  /** The answers to a question, which are found once. */
  @SuppressWarnings("unchecked") // answers are kept by their question
  <A> List<A> once(PartQuestion<A> question, Finding<A> finding) throws IOException {
    Object known = answers.get(question);
    if (known == null) {
      known = finding.find();
      answers.put(question, known);
    }
    return (List<A>) known;
  }

  /** Sends several questions in one call. */
  private void askAll(Set<PartQuestion<?>> questions, Asking asking) throws IOException {
    List<PartQuestion<?>> open =
        questions.stream().filter(each -> !answers.containsKey(each)).toList();
    if (open.size() > 1) {
      List<List<byte[]>> all = asked(new QuestionBatch(open), asking);
      for (int i = 0; i < open.size(); i++) {
        List<Object> each = new ArrayList<>();
        for (List<byte[]> shard : all) {
          each.add(ShardCall.answer(open.get(i), shard.get(i), calls.protocol()));
        }
        answers.put(open.get(i), each);
      }
    }
  }

  private <A> List<A> asked(PartQuestion<A> question, Asking asking) throws IOException {
    for (int attempt = 0; attempt < ShardedRequest.MOST_ATTEMPTS; attempt++) {
      Map<StatisticRequest, GlobalStatistic> sent = new HashMap<>(asking.facts().used());
      for (StatisticRequest lookup : needed) {
        GlobalStatistic fact = kept.known(lookup);
        if (fact != null) {
          sent.put(lookup, fact);
        }
      }
      Set<StatisticRequest> missing = new HashSet<>();
      List<A> all = new ArrayList<>();
      for (ShardCall.Answer reply : calls.send(question, sent, asking.near())) {
        missing.addAll(reply.missing());
        if (reply.answer().isPresent()) {
          all.add(calls.answer(question, reply));
        }
      }
      if (missing.isEmpty()) {
        return all;
      }
      needed.addAll(missing);
      missing.removeIf(lookup -> kept.known(lookup) != null);
      asking.gathering().gather(missing);
    }
    throw disagreeing();
  }

  /** The failure of shards that answer for different states again and again. */
  static EngineException disagreeing() {
    return new EngineException("The shards of this archive do not agree. Try again in a moment.");
  }
}
