package broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Smoke;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The counts of the server, which never include words of a query. */
@Smoke
class MetricsIT {

  private static final Pattern LINE =
      Pattern.compile("(# (HELP|TYPE) .+|[a-z_0-9]+(\\{.*})? [-+0-9.eENaInf]+)");

  @Test
  void requestsAreCountedByRouteAndStatus() throws Exception {
    try (TestServer server = TestServer.over(SampleArticles.all())) {
      server.get("/search.json?q=tide");
      server.get("/search.json?q=tide");
      server.get("/search.json?q=cutword");
      server.get("/search.json?size=x");
      server.get("/article/no-such-article");
      server.get("/no-such-page");
      String metrics = server.get("/metrics").body();
      assertThat(count(metrics, "/search.json", 200)).isEqualTo(3);
      assertThat(count(metrics, "/search.json", 400)).isEqualTo(1);
      assertThat(count(metrics, "/article/{name}", 404)).isEqualTo(1);
      assertThat(count(metrics, "none", 404)).isEqualTo(1);
      assertThat(metrics)
          .contains("broadsheet_http_requests_seconds_bucket{")
          .contains("broadsheet_searches_cut_total 1.0")
          .contains("broadsheet_articles " + SampleArticles.all().size() + ".0")
          .doesNotContain("tide", "cutword", "no-such");
    }
  }

  @Test
  void everythingIsMeasuredInTheFormOfPrometheus() throws Exception {
    HttpResponse<String> answer = TestServer.shared().get("/metrics");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/plain;")
        .contains("version=0.0.4");
    assertThat(answer.body().lines()).allMatch(line -> LINE.matcher(line).matches());
    assertThat(answer.body())
        .contains(
            List.of(
                "broadsheet_heavy_queries{state=\"waiting\"} 0.0",
                "broadsheet_heavy_queries{state=\"working\"} 0.0",
                "broadsheet_index_generation ",
                "broadsheet_index_age_seconds ",
                "broadsheet_index_faulty 0.0",
                "broadsheet_exports_running 0.0",
                "broadsheet_exports_refused_total 0.0",
                "broadsheet_connections ",
                "broadsheet_connections_closed_total ",
                "broadsheet_watch{state=\"off\"} 1.0",
                "jvm_memory_used_bytes{",
                "jvm_gc_",
                "jvm_threads_live_threads ",
                "process_files_open_files "));
  }

  private static double count(String metrics, String route, int status) {
    Matcher line =
        Pattern.compile(
                "broadsheet_http_requests_seconds_count\\{method=\"GET\",route=\"%s\",status=\"%s\"} (.+)"
                    .formatted(Pattern.quote(route), status))
            .matcher(metrics);
    return line.find() ? Double.parseDouble(line.group(1)) : 0;
  }
}
