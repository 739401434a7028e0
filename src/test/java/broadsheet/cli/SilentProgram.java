package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.spi.InetAddressResolverProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A server that is watched by {@link WatchedNetwork}: one of an archive on this machine sends
 * nothing to anyone who did not ask, no figures of its use and no look for updates.
 */
final class SilentProgram {

  /** A line of the kernel's tables: local port, remote port, inode. */
  private static final Pattern SOCKET =
      Pattern.compile(
          "(?m)^ *\\d+: \\p{XDigit}+:(\\p{XDigit}{4}) \\p{XDigit}+:(\\p{XDigit}{4})"
              + "(?: +\\S+){6} +(\\d+) .*$");

  /** Pages and data that could have a reason to ask elsewhere. */
  private static final List<String> ASKED =
      List.of(
          "/",
          "/search?q=china",
          "/search.json?q=blinken+w/10+talks&facets=all",
          "/suggest?q=chi",
          "/corpus",
          "/alerts",
          "/help",
          "/openapi.json",
          "/metrics");

  private SilentProgram() {}

  /**
   * Starts the program, watched.
   *
   * @param folder takes the name of what looks up names
   */
  static Program start(Path folder, String... args) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(InetAddressResolverProvider.class.getName()),
        WatchedNames.class.getName());
    List<String> command = new ArrayList<>(Program.command(Path.of("").toAbsolutePath(), args));
    int jar = command.indexOf("-jar");
    command.subList(jar, jar + 2).clear();
    command.addAll(
        jar,
        List.of(
            "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED",
            "-Djava.nio.channels.spi.SelectorProvider=" + WatchedNetwork.class.getName(),
            "-cp",
            Program.JAR + ":" + Path.of("target", "test-classes") + ":" + folder,
            WatchedNetwork.class.getName()));
    return Program.start(new ProcessBuilder(command));
  }

  /** Asks a server for pages and data, and asserts that it opened no connection since it began. */
  static void assertSilent(Serving serving) throws IOException, InterruptedException {
    for (String path : ASKED) {
      assertThat(serving.get(path).statusCode()).as(path).isEqualTo(200);
    }
    List<String> said = serving.program().err().lines().toList();
    int control = said.indexOf(WatchedNetwork.WATCHING);
    assertThat(said.subList(0, control))
        .containsAll(WatchedNetwork.WAYS.stream().map(WatchedNetwork.REFUSED::concat).toList());
    assertThat(said.subList(control, said.size()))
        .noneMatch(line -> line.startsWith(WatchedNetwork.REFUSED));
    if (Files.isDirectory(Path.of("/proc/self/fd"))) {
      assertEverySocketIsOfItsPort(serving);
    }
  }

  /** Asks the kernel, which also knows sockets of libraries that are not written in Java. */
  private static void assertEverySocketIsOfItsPort(Serving serving) throws IOException {
    String port = String.format(Locale.ROOT, "%04X", serving.address().getPort());
    assertThat(sockets(serving.program().pid()))
        .isNotEmpty()
        .allSatisfy(socket -> assertThat(socket.group(1)).as(socket.group()).isEqualTo(port));
    // The client in this process has a socket of another port: it would be seen there, too.
    assertThat(sockets(ProcessHandle.current().pid()))
        .anyMatch(socket -> socket.group(2).equals(port) && !socket.group(1).equals(port));
  }

  /** The sockets of a process. */
  private static List<MatchResult> sockets(long pid) throws IOException {
    Path process = Path.of("/proc", Long.toString(pid));
    Set<String> own = new HashSet<>();
    try (Stream<Path> files = Files.list(process.resolve("fd"))) {
      for (Path file : files.toList()) {
        if (Files.isSymbolicLink(file)) {
          own.add(Files.readSymbolicLink(file).toString());
        }
      }
    }
    List<MatchResult> sockets = new ArrayList<>();
    for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
      SOCKET
          .matcher(Files.readString(process.resolve("net").resolve(table)))
          .results()
          .filter(socket -> own.contains("socket:[" + socket.group(3) + "]"))
          .forEach(sockets::add);
    }
    return sockets;
  }
}
