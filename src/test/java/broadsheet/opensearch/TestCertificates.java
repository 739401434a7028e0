package broadsheet.opensearch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority, a server at 127.0.0.1 that it vouches for, and another authority. */
final class TestCertificates {

  static final String PASSWORD = "changeit";

  private final Path folder;
  private final Path store;

  TestCertificates(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    store = folder.resolve("keys.p12");
    generate("ca", "-ext", "bc:c");
    generate("server", "-ext", "san=ip:127.0.0.1", "-signer", "ca");
    generate("other", "-ext", "bc:c");
    export("ca");
    export("other");
  }

  private void generate(String alias, String... extra) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("-genkeypair", "-keyalg", "EC"));
    command.addAll(List.of("-alias", alias, "-dname", "CN=" + alias));
    command.addAll(List.of(extra));
    keytool(command);
  }

  private void export(String alias) throws IOException, InterruptedException {
    keytool(List.of("-exportcert", "-rfc", "-alias", alias, "-file", pem(alias).toString()));
  }

  private void keytool(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
    command.addAll(arguments);
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    Path log = folder.resolve("keytool.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(Files.readString(log));
    }
  }

  /** The certificate of the authority with this alias: ca or other. */
  Path pem(String alias) {
    return folder.resolve(alias + ".pem");
  }

  /** Keys with their certificates by their aliases: ca, server and other. */
  Path store() {
    return store;
  }

  /** Writes the certificate of the authority as a store of trusted ones. */
  Path trusted() throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("ca", stored().getCertificate("ca"));
    Path file = folder.resolve("trusted.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      trusted.store(out, PASSWORD.toCharArray());
    }
    return file;
  }

  private KeyStore stored() throws IOException, GeneralSecurityException {
    KeyStore all = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      all.load(in, PASSWORD.toCharArray());
    }
    return all;
  }

  /** The context with the server's certificate. */
  SSLContext server() throws IOException, GeneralSecurityException {
    KeyStore all = stored();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null, null);
    keys.setKeyEntry(
        "server",
        all.getKey("server", PASSWORD.toCharArray()),
        PASSWORD.toCharArray(),
        all.getCertificateChain("server"));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }
}
