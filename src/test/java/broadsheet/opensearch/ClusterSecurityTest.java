package broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import broadsheet.engine.EngineException;
import broadsheet.opensearch.StubNode.Answer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS, basic authentication and redirects, against stubs that misbehave. */
class ClusterSecurityTest {

  private static final String SECRET = "s3cret:with, signs";
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @TempDir static Path folder;

  private static TestCertificates certificates;

  @BeforeAll
  static void certify() throws IOException, InterruptedException {
    certificates = new TestCertificates(folder);
  }

  private static Map<String, String> environment(String ca) {
    return Map.of(
        ClusterAccess.USER,
        "ada",
        ClusterAccess.PASSWORD,
        SECRET,
        ClusterAccess.CA,
        certificates.pem(ca).toString());
  }

  private static StubNode protectedNode(SSLContext context) throws IOException {
    String expected = "Basic YWRhOnMzY3JldDp3aXRoLCBzaWducw==";
    return StubNode.https(
        context, call -> Answer.of(call.authorization().equals(expected) ? 200 : 401, "{}"));
  }

  private static Reply send(URI host, Map<String, String> environment) {
    try (ClusterHttp http = new ClusterHttp(List.of(host), ClusterAccess.of(environment))) {
      return http.send(Call.get("/"), LIMIT);
    }
  }

  @Test
  void theGivenAuthorityVouchesForANodeAndTheUserIsKnown()
      throws IOException, GeneralSecurityException {
    try (StubNode node = protectedNode(certificates.server())) {
      assertThat(send(node.address(), environment("ca")).status()).isEqualTo(200);
    }
  }

  @Test
  void credentialsCanBeInAFile() throws IOException, GeneralSecurityException {
    Path file = Files.writeString(folder.resolve("credentials"), "ada:" + SECRET + "\n");
    Map<String, String> environment =
        Map.of(
            ClusterAccess.CREDENTIALS, file.toString(),
            ClusterAccess.CA, certificates.pem("ca").toString());
    try (StubNode node = protectedNode(certificates.server())) {
      assertThat(send(node.address(), environment).status()).isEqualTo(200);
    }
  }

  @Test
  void anotherAuthorityIsNotTrustedAndTheNodeHearsNothing()
      throws IOException, GeneralSecurityException {
    try (StubNode node = protectedNode(certificates.server())) {
      Throwable refused = catchThrowable(() -> send(node.address(), environment("other")));
      assertThat(refused)
          .isInstanceOf(EngineException.class)
          .hasMessageStartingWith(node.address() + " does not prove who it is")
          .hasMessageContaining(ClusterAccess.CA);
      assertThat(node.asked()).isEmpty();
      assertKeepsTheSecret(refused);
    }
  }

  @Test
  void aCertificateForAnotherHostIsNotTrusted() throws IOException, GeneralSecurityException {
    try (StubNode node = protectedNode(certificates.server())) {
      URI other = URI.create("https://localhost:" + node.address().getPort());
      assertThatThrownBy(() -> send(other, environment("ca")))
          .isInstanceOf(EngineException.class)
          .hasMessageStartingWith(other + " does not prove who it is");
    }
  }

  @Test
  void anUnknownUserIsToldWhichVariablesToSet() throws IOException, GeneralSecurityException {
    Map<String, String> nobody = Map.of(ClusterAccess.CA, certificates.pem("ca").toString());
    try (StubNode node = protectedNode(certificates.server())) {
      assertThatThrownBy(() -> send(node.address(), nobody))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining(ClusterAccess.USER)
          .hasMessageContaining(ClusterAccess.CREDENTIALS);
    }
  }

  @Test
  void aRedirectIsNotFollowedSoThatNobodyElseLearnsThePassword()
      throws IOException, GeneralSecurityException {
    try (StubNode thief = StubNode.of(200, "{}");
        StubNode node =
            StubNode.https(
                certificates.server(), call -> new Answer(302, thief.address().toString(), ""))) {
      Throwable refused = catchThrowable(() -> send(node.address(), environment("ca")));
      assertThat(refused)
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("redirects are not followed");
      assertThat(thief.asked()).isEmpty();
      assertKeepsTheSecret(refused);
    }
  }

  @Test
  void noTextFormHasTheSecret() {
    ClusterAccess access = ClusterAccess.of(environment("ca"));
    assertThat(access.toString()).doesNotContain("s3cret", "YWRh");
  }

  private static void assertKeepsTheSecret(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    assertThat(text.toString()).doesNotContain("s3cret", "YWRh");
  }

  @Test
  void halfACredentialIsRefused() {
    assertThatThrownBy(() -> ClusterAccess.of(Map.of(ClusterAccess.USER, "ada")))
        .isInstanceOf(EngineException.class)
        .hasMessage("Set both %s and %s, or neither.", ClusterAccess.USER, ClusterAccess.PASSWORD);
  }

  @Test
  void aUserWithAColonIsRefused() {
    Map<String, String> environment =
        Map.of(ClusterAccess.USER, "a:b", ClusterAccess.PASSWORD, SECRET);
    assertThatThrownBy(() -> ClusterAccess.of(environment)).isInstanceOf(EngineException.class);
  }

  @Test
  void badFilesAreNamedWithoutTheirContent() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad"), "s3cret");
    for (String variable : List.of(ClusterAccess.CREDENTIALS, ClusterAccess.CA)) {
      for (Path file : List.of(bad, folder.resolve("none"))) {
        Throwable refused =
            catchThrowable(() -> ClusterAccess.of(Map.of(variable, file.toString())));
        assertThat(refused)
            .isInstanceOf(EngineException.class)
            .hasMessageStartingWith(variable + " names " + file + ", which");
        assertKeepsTheSecret(refused);
      }
    }
  }
}
