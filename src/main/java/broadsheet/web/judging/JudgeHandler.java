package broadsheet.web.judging;

import broadsheet.address.ParameterReader;
import broadsheet.address.Problem;
import broadsheet.address.QueryString;
import broadsheet.address.Refusal;
import broadsheet.address.SearchParameters;
import broadsheet.desk.DeskException;
import broadsheet.engine.SearchEngine;
import broadsheet.evaluate.Judgements;
import broadsheet.evaluate.JudgingException;
import broadsheet.operation.Parameter;
import broadsheet.operation.Parameters;
import broadsheet.query.QueryNode;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.Renderer;
import broadsheet.web.request.Access;
import broadsheet.web.request.FormBody;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes judgements: {@code POST /judge} and {@code POST /judge.json}.
 *
 * @param access decides who may judge
 */
public record JudgeHandler(
    Archive archive, Renderer renderer, Judgements judgements, Access access) {

  private static final Logger LOG = LoggerFactory.getLogger(JudgeHandler.class);

  private static final String CLEAR = "clear";
  private static final Parameter ID = Parameter.text(Judging.ID, "the id of an article").required();
  private static final Parameter RELEVANCE =
      Parameter.word("relevance", "1 relevant, 0 not, clear withdraws it", List.of("1", "0", CLEAR))
          .required();

  /**
   * A judgement as sent.
   *
   * @param q the query
   * @param id the article
   * @param judgement 1 for relevant, 0 for not relevant, null if cleared
   */
  public record Said(String q, String id, @Nullable Integer judgement) {}

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    List<Parameter> inputs = List.of(Parameters.Q.required(), ID, RELEVANCE);
    return List.of(
        Operation.form(Judging.PATH, "Judge a result").taking(inputs),
        Operation.formForJson(Judging.PATH + ".json", "Judge a result", Said.class).taking(inputs));
  }

  /** Saves a judgement and returns to the page it was made on. */
  public void html(Context context) {
    QueryString form = form(context);
    Said said = judged(form, context);
    String results = SearchParameters.of(form).toQueryString().after("/search");
    context.redirect(
        results + "#" + QueryString.encode(Judging.anchor(said.id())), HttpStatus.SEE_OTHER);
  }

  /** Saves a judgement and answers with it. */
  public void json(Context context) {
    Body.send(context, renderer.json(judged(form(context), context)));
  }

  private QueryString form(Context context) {
    access.requireChange(context);
    return FormBody.of(context);
  }

  private Said judged(QueryString form, Context context) {
    String text = SearchParameters.of(form).text();
    QueryNode query = archive.parser().apply(text).root();
    ParameterReader reader = new ParameterReader(form);
    String id = reader.text(ID);
    String chosen = reader.choice(RELEVANCE);
    if (id.isEmpty()) {
      reader.isWrong(ID, "id is missing.");
    }
    if (query instanceof QueryNode.Everything) {
      reader.isWrong(Parameters.Q, "q takes a query that is not empty.");
    }
    reader.refuseComplaints();
    Integer relevance = chosen.equals(CLEAR) ? null : Integer.valueOf(chosen);
    if (!exists(archive.engine(), id)) {
      throw archive.withoutArticle(id);
    }
    log(id, relevance, context);
    keep(query, id, relevance);
    return new Said(text, id, relevance);
  }

  private static boolean exists(SearchEngine engine, String id) {
    return engine.find(id, new QueryNode.Everything()).isPresent();
  }

  private void log(String id, @Nullable Integer relevance, Context context) {
    try {
      archive
          .lists()
          .desk(context)
          .log("judged", Map.of("article", id, "as", relevance == null ? CLEAR : relevance));
    } catch (DeskException e) {
      throw unsaved(e);
    }
  }

  private void keep(QueryNode query, String id, @Nullable Integer relevance) {
    try {
      if (relevance == null) {
        judgements.clear(query, id);
      } else {
        judgements.judge(query, id, relevance);
      }
    } catch (JudgingException e) {
      throw unsaved(e);
    }
  }

  private static Refusal unsaved(RuntimeException e) {
    LOG.error("A judgement was not saved: {}", e.getMessage());
    return new Refusal(
        new Problem(
            "The judgement was not saved",
            503,
            "The file of judgements cannot be written; it is unchanged. See the server’s log for"
                + " the cause."));
  }
}
