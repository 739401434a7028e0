package broadsheet.web.judging;

import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.engine.result.Hit;
import broadsheet.evaluate.Judgements;
import broadsheet.query.QueryNode;
import broadsheet.web.page.HitView;
import broadsheet.web.page.JudgingForm;
import broadsheet.web.request.Access;
import broadsheet.web.request.SameOrigin;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Adds judgements to results if judging is on. A search for every article cannot be judged, since
 * it has no query. Thread-safe.
 *
 * @param judgements empty if judging is off
 * @param access decides who may judge; others see the judgements but no buttons
 */
public record Judging(Optional<Judgements> judgements, Access access) {

  /** The address that takes judgements. */
  public static final String PATH = "/judge";

  static final String ID = "id";

  /** The views of hits, with their judgements for a query if judging is on. */
  public List<HitView> views(List<Hit> hits, QueryNode query) {
    Optional<Judgements.OfQuery> said = of(query);
    return hits.stream()
        .map(hit -> HitView.of(hit, said.map(all -> judged(all.relevance(hit.id())))))
        .toList();
  }

  private static HitView.Judged judged(OptionalInt relevance) {
    return new HitView.Judged(relevance.isPresent() ? relevance.getAsInt() : null);
  }

  /** Makes the form that judges a hit, by its id; makes none if this reader may not judge. */
  public Function<String, Optional<JudgingForm>> forms(
      SearchParameters parameters, QueryNode query, Context context) {
    Optional<Judgements.OfQuery> said = of(query).filter(_ -> mayJudge(context));
    return id -> said.map(all -> form(id, all, parameters));
  }

  /** These scripts, plus the judging script if this reader may judge. */
  public String[] scripts(Context context, String... others) {
    return Stream.concat(
            Arrays.stream(others), mayJudge(context) ? Stream.of("judge.js") : Stream.of())
        .toArray(String[]::new);
  }

  /** Prepares the answer for the forms of a reader who may judge. */
  public void letFormsTellTheirOrigin(Context context) {
    if (mayJudge(context)) {
      SameOrigin.letFormsTellTheirOrigin(context);
    }
  }

  private boolean mayJudge(Context context) {
    return judgements.isPresent() && access.mayChange(context);
  }

  private Optional<Judgements.OfQuery> of(QueryNode query) {
    return query instanceof QueryNode.Everything
        ? Optional.empty()
        : judgements.map(all -> all.of(query));
  }

  private static JudgingForm form(String id, Judgements.OfQuery said, SearchParameters parameters) {
    List<QueryString.Pair> fields = new ArrayList<>(parameters.toQueryString().pairs());
    fields.add(new QueryString.Pair(ID, id));
    OptionalInt relevance = said.relevance(id);
    boolean isRelevant = relevance.orElse(0) > 0;
    return new JudgingForm(anchor(id), fields, isRelevant, relevance.isPresent() && !isRelevant);
  }

  /** The anchor of a hit's form. */
  static String anchor(String id) {
    return "judge-" + id;
  }
}
