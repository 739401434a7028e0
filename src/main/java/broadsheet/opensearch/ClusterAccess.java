package broadsheet.opensearch;

import broadsheet.engine.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The credentials for a cluster, and the evidence of its identity: the user's name and password,
 * and the certificates that vouch for its nodes. Immutable; the text form has no secret in it.
 */
public final class ClusterAccess {

  /** The environment variable with the user's name. */
  public static final String USER = "BROADSHEET_OPENSEARCH_USER";

  /** The environment variable with the password. */
  public static final String PASSWORD = "BROADSHEET_OPENSEARCH_PASSWORD";

  /** The environment variable with the path of a file that holds {@code USER:PASSWORD}. */
  public static final String CREDENTIALS = "BROADSHEET_OPENSEARCH_CREDENTIALS";

  /** The environment variable with the path of a PEM file of the authorities to trust. */
  public static final String CA = "BROADSHEET_OPENSEARCH_CA";

  private final Optional<String> authorization;
  private final Optional<SSLContext> tls;

  private ClusterAccess(Optional<String> authorization, Optional<SSLContext> tls) {
    this.authorization = authorization;
    this.tls = tls;
  }

  /** The access that the environment of this process gives. */
  public static ClusterAccess given() {
    return of(System.getenv());
  }

  /**
   * Reads the variables above.
   *
   * @param environment the environment as {@link System#getenv()} gives it
   * @throws EngineException when they contradict each other or name files that cannot be read
   */
  public static ClusterAccess of(Map<String, String> environment) {
    Optional<String> credentials =
        Optional.ofNullable(environment.get(CREDENTIALS))
            .map(file -> fromFile(Path.of(file)))
            .or(() -> fromVariables(environment));
    Optional<Path> authorities = Optional.ofNullable(environment.get(CA)).map(Path::of);
    return new ClusterAccess(
        credentials.map(ClusterAccess::basic), authorities.map(ClusterAccess::trusting));
  }

  private static Optional<String> fromVariables(Map<String, String> environment) {
    String user = environment.get(USER);
    String password = environment.get(PASSWORD);
    if ((user == null) != (password == null)) {
      throw new EngineException("Set both %s and %s, or neither.".formatted(USER, PASSWORD));
    }
    if (user != null && user.contains(":")) {
      throw new EngineException("A user's name has no “:” in it; see %s.".formatted(USER));
    }
    return Optional.ofNullable(user).map(name -> name + ":" + password);
  }

  private static String fromFile(Path file) {
    String line;
    try {
      line = Files.readString(file).strip();
    } catch (IOException e) {
      throw unreadable(CREDENTIALS, file, e);
    }
    if (line.indexOf(':') < 1 || line.contains("\n")) {
      throw new EngineException(
          "%s names %s, which should hold one line: USER:PASSWORD.".formatted(CREDENTIALS, file));
    }
    return line;
  }

  private static String basic(String credentials) {
    byte[] bytes = credentials.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  /** Trusts these authorities and no others. */
  private static SSLContext trusting(Path pem) {
    try (InputStream in = Files.newInputStream(pem)) {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      int number = 0;
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        trusted.setCertificateEntry("ca" + number++, each);
      }
      if (number == 0) {
        throw new EngineException("%s names %s, which has no certificate.".formatted(CA, pem));
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw unreadable(CA, pem, e);
    }
  }

  private static EngineException unreadable(String variable, Path file, Exception cause) {
    return new EngineException(
        "%s names %s, which cannot be read.".formatted(variable, file), cause);
  }

  /** The value of the header {@code Authorization}; empty without a user. */
  Optional<String> authorization() {
    return authorization;
  }

  /** The certificates that vouch for nodes; empty if Java's trusted authorities decide. */
  Optional<SSLContext> tls() {
    return tls;
  }

  @Override
  public String toString() {
    return "ClusterAccess[" + (authorization.isPresent() ? "a user" : "no user") + "]";
  }
}
