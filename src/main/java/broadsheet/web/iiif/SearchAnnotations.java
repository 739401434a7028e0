package broadsheet.web.iiif;

import static broadsheet.web.iiif.JsonObjects.object;

import broadsheet.web.iiif.IssueSearch.IssueMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Matches as the answers of IIIF's search services: an annotation for each place.
 *
 * @param id the address of the answer
 */
record SearchAnnotations(String id, List<IssueMatch> matches) {
  private static final String SEARCH_2 = "http://iiif.io/api/search/2/context.json";
  private static final String SEARCH_1 = "http://iiif.io/api/search/1/context.json";
  private static final String PRESENTATION_2 = "http://iiif.io/api/presentation/2/context.json";

  /** Content Search 2. */
  Map<String, Object> version2() {
    List<Map<String, Object>> items = new ArrayList<>();
    List<Map<String, Object>> contexts = new ArrayList<>();
    for (IssueMatch match : matches) {
      for (String target : match.targets()) {
        String annotation = id + "#match-" + (items.size() + 1);
        items.add(annotation(annotation, match, target));
        contexts.add(context(annotation, match));
      }
    }
    Map<String, Object> page =
        object("@context", SEARCH_2, "id", id, "type", "AnnotationPage", "items", items);
    if (!contexts.isEmpty()) {
      page.put(
          "annotations",
          List.of(object("id", id + "#contexts", "type", "AnnotationPage", "items", contexts)));
    }
    return page;
  }

  private static Map<String, Object> annotation(String id, IssueMatch match, String target) {
    return object(
        "id",
        id,
        "type",
        "Annotation",
        "motivation",
        "highlighting",
        "body",
        object("type", "TextualBody", "value", match.exact(), "format", "text/plain"),
        "target",
        target);
  }

  /** The text around a match. */
  private static Map<String, Object> context(String annotation, IssueMatch match) {
    Map<String, Object> quoted =
        object(
            "type", "TextQuoteSelector",
            "prefix", match.before(),
            "exact", match.exact(),
            "suffix", match.after());
    return object(
        "id",
        annotation + "-context",
        "type",
        "Annotation",
        "motivation",
        "contextualizing",
        "target",
        object("type", "SpecificResource", "source", annotation, "selector", List.of(quoted)));
  }

  /** Content Search 1. */
  Map<String, Object> version1() {
    List<Map<String, Object>> resources = new ArrayList<>();
    List<Map<String, Object>> hits = new ArrayList<>();
    for (IssueMatch match : matches) {
      List<String> its = new ArrayList<>();
      for (String target : match.targets()) {
        String annotation = id + "#match-" + (resources.size() + 1);
        its.add(annotation);
        resources.add(resource(annotation, match, target));
      }
      hits.add(hit(its, match));
    }
    return object(
        "@context",
        List.of(PRESENTATION_2, SEARCH_1),
        "@id",
        id,
        "@type",
        "sc:AnnotationList",
        "within",
        object("@type", "sc:Layer", "total", resources.size()),
        "startIndex",
        0,
        "resources",
        resources,
        "hits",
        hits);
  }

  private static Map<String, Object> resource(String id, IssueMatch match, String target) {
    return object(
        "@id",
        id,
        "@type",
        "oa:Annotation",
        "motivation",
        "sc:painting",
        "resource",
        object("@type", "cnt:ContentAsText", "chars", match.exact()),
        "on",
        target);
  }

  private static Map<String, Object> hit(List<String> annotations, IssueMatch match) {
    return object(
        "@type", "search:Hit",
        "annotations", annotations,
        "before", match.before(),
        "match", match.exact(),
        "after", match.after());
  }
}
