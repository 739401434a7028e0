package broadsheet.opensearch;

import broadsheet.article.ArticleRef;
import broadsheet.engine.SearchEngine;
import broadsheet.lucene.coordinator.ShardedSearchEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A cluster of one node with OpenSearch's security plugin: TLS, the roles of {@code docs/roles.yml}
 * with a user each, whose name is the role's, and users whose roles a test makes. All have the
 * password {@value #PASSWORD}.
 */
final class SecuredNode implements AutoCloseable {

  /** May do everything. */
  static final String ADMIN = "admin";

  /** Has no role. */
  static final String STRANGER = "stranger";

  static final String READER = "broadsheet_reader";
  static final String INDEXER = "broadsheet_indexer";
  static final String OPERATOR = "broadsheet_operator";

  /** Has what {@link #allowSearch} gives, like {@link #RESTRICTED}. */
  static final String EDITOR = "editor";

  static final String RESTRICTED = "restricted";

  /** May read what {@link #allow} names. */
  static final String PARTNER = "partner";

  private static final Path ROLES = Path.of("docs", "roles.yml");
  private static final String PASSWORD = "secret";

  /** The password's, with few rounds. */
  private static final String HASH = "$2y$04$c45bLZRcXYYUXNwlmFKjx.8mBcCUIiJlsHpL.IHBhtsqnlLUhg9NO";

  private static final Duration START = Duration.ofMinutes(2);

  private static @Nullable SecuredNode shared;

  private final Path folder;
  private final TestNode node;
  private final TestCertificates certificates;
  private final URI address;

  /** Archives have as many shards as on {@link TestCluster}. */
  private SecuredNode() throws IOException, GeneralSecurityException, InterruptedException {
    System.setProperty(ShardCount.PROPERTY, "3");
    folder = NodeFiles.newFolder();
    Path home = folder.resolve("home");
    NodeFiles.layOut(home);
    NodeFiles.addSecurity(home);
    List<Integer> ports = TestCluster.freePorts(2);
    TestNode.Ports its = new TestNode.Ports(0, ports.get(0), ports.get(1));
    node = new TestNode(home, "n1", its, List.of(its.transport()));
    address = URI.create("https://127.0.0.1:" + its.http());
    certificates = new TestCertificates(node.folder());
    configure();
  }

  /** The node that all tests of this process share, started now if it was not. */
  static synchronized SecuredNode shared() {
    if (shared == null) {
      try {
        SecuredNode started = new SecuredNode();
        Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        started.node.start();
        started.call(ADMIN, Call.get("/_cluster/health?wait_for_status=yellow"));
        shared = started;
      } catch (IOException | GeneralSecurityException e) {
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    return shared;
  }

  private void configure() throws IOException, GeneralSecurityException {
    Files.writeString(
        node.folder().resolve("opensearch.yml"),
        Files.readString(node.folder().resolve("opensearch.yml"))
            + tls("transport")
            + tls("http")
            + """
            plugins.security.ssl.http.enabled: true
            plugins.security.ssl.transport.enforce_hostname_verification: false
            plugins.security.allow_default_init_securityindex: true
            plugins.security.restapi.roles_enabled: [ all_access ]
            """);
    List<String> users =
        List.of(ADMIN, STRANGER, READER, INDEXER, OPERATOR, EDITOR, RESTRICTED, PARTNER);
    Path folder = Files.createDirectories(node.folder().resolve("opensearch-security"));
    Files.copy(ROLES, folder.resolve("roles.yml"));
    write(folder, "config", "config", CONFIG);
    write(folder, "internal_users", "internalusers", each(users, "%s: { hash: \"" + HASH + "\" }"));
    write(
        folder,
        "roles_mapping",
        "rolesmapping",
        each(users.subList(2, users.size()), "%1$s: { users: [ %1$s ] }")
            + "all_access: { users: [ admin ] }\n");
    write(folder, "action_groups", "actiongroups", "");
    write(folder, "tenants", "tenants", "");
    write(folder, "nodes_dn", "nodesdn", "");
    write(folder, "audit", "audit", "config: { enabled: false }\n");
    write(folder, "allowlist", "allowlist", "config: { enabled: false }\n");
  }

  private static final String CONFIG =
      """
      config:
        dynamic:
          authc:
            basic:
              http_enabled: true
              order: 0
              http_authenticator: { type: basic, challenge: true }
              authentication_backend: { type: intern }
      """;

  private String tls(String layer) throws IOException, GeneralSecurityException {
    return """
    plugins.security.ssl.%1$s.keystore_type: PKCS12
    plugins.security.ssl.%1$s.keystore_filepath: %2$s
    plugins.security.ssl.%1$s.keystore_alias: server
    plugins.security.ssl.%1$s.keystore_password: %3$s
    plugins.security.ssl.%1$s.truststore_type: PKCS12
    plugins.security.ssl.%1$s.truststore_filepath: %4$s
    plugins.security.ssl.%1$s.truststore_password: %3$s
    """
        .formatted(layer, certificates.store(), TestCertificates.PASSWORD, certificates.trusted());
  }

  private static String each(List<String> names, String line) {
    return names.stream().map(line::formatted).collect(Collectors.joining("\n", "", "\n"));
  }

  private static void write(Path folder, String file, String type, String content)
      throws IOException {
    String meta = "_meta: { type: \"%s\", config_version: 2 }\n".formatted(type);
    Files.writeString(folder.resolve(file + ".yml"), meta + content);
  }

  /** The location of an archive, as the command line takes it. */
  String location(String archive) {
    return "opensearch=https://" + address.getAuthority() + "/" + archive;
  }

  /** The environment of a program that one of the users above runs. */
  Map<String, String> environment(String user) {
    return Map.of(
        ClusterAccess.USER, user,
        ClusterAccess.PASSWORD, PASSWORD,
        ClusterAccess.CA, certificates.pem("ca").toString());
  }

  /**
   * Lets a user search archives whose names begin with {@code secured}, within limits.
   *
   * @param limits an entry of the role's permission, as the security plugin's API takes it; empty
   *     for none
   */
  void allowSearch(String user, String limits) {
    String role =
        """
        {"cluster_permissions": ["cluster_monitor", "cluster_composite_ops"],
         "index_permissions": [
           {"index_patterns": ["secured*"], "allowed_actions": ["read", "indices:admin/get"]%s},
           {"index_patterns": ["secured*-desk"], "allowed_actions": ["crud", "manage"]}]}
        """
            .formatted(limits.isEmpty() ? "" : ", " + limits);
    call(ADMIN, Call.put("/_plugins/_security/api/roles/" + user, role)).orThrow();
  }

  /** Lets a user read indexes, and no others. */
  void allow(String user, List<String> patterns) {
    String role =
        """
        {"cluster_permissions": ["cluster_monitor", "cluster_composite_ops"],
         "index_permissions": [
           {"index_patterns": ["%s"], "allowed_actions": ["read", "indices:admin/get"]}]}
        """
            .formatted(String.join("\", \"", patterns));
    call(ADMIN, Call.put("/_plugins/_security/api/roles/" + user, role)).orThrow();
  }

  /** The limits of a user who sees only the documents that match a query. */
  static String documents(String query) {
    return "\"dls\": \"%s\"".formatted(query.replace("\"", "\\\""));
  }

  /** The limits of a user who does not see the documents of these articles. */
  static String without(Collection<ArticleRef> articles) {
    String routings =
        articles.stream()
            .map(ArticleRef::fingerprint)
            .collect(Collectors.joining("\", \"", "\"", "\""));
    return documents("{\"bool\": {\"must_not\": {\"terms\": {\"_routing\": [" + routings + "]}}}}");
  }

  /** An archive as a user sees it. */
  SearchEngine search(String user, String archive) {
    Location location = Location.of(location(archive));
    Cluster cluster = Cluster.of(location, access(user));
    return new ShardedSearchEngine(new ClusterSource(cluster, location), Duration.ofMinutes(10));
  }

  /** The access of a user. */
  ClusterAccess access(String user) {
    return ClusterAccess.of(environment(user));
  }

  /** A program that a user runs, with a folder for what it has on its machine. */
  ClusterUser program(String user, String archive, Path folder) throws IOException {
    return new ClusterUser(environment(user), folder.resolve(user), location(archive));
  }

  /** The answer to a user. */
  Reply call(String user, Call call) {
    try (ClusterHttp http = new ClusterHttp(List.of(address), access(user))) {
      return http.send(call, START);
    }
  }

  @Override
  public void close() {
    try {
      node.kill();
      NodeFiles.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
