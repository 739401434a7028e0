package broadsheet.opensearch.node;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;

/**
 * Runs one OpenSearch node for tests, until its standard input ends: so no node outlives the
 * process that started it. Unlike OpenSearch's own start it may run as root, and without the agent
 * that confines plugins.
 */
public final class NodeLauncher {
  private NodeLauncher() {}

  /**
   * Starts the node.
   *
   * @param arguments the home folder, then the folder of {@code opensearch.yml}
   */
  public static void main(String[] arguments) throws Exception {
    Thread.ofPlatform().daemon().start(NodeLauncher::haltWithParent);
    Settings home = Settings.builder().put("path.home", arguments[0]).build();
    Environment environment =
        InternalSettingsPreparer.prepareEnvironment(
            home, Map.of(), Path.of(arguments[1]), () -> "node");
    new Node(environment).start();
    Thread.currentThread().join();
  }

  private static void haltWithParent() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // the end, however it came
    }
    Runtime.getRuntime().halt(0);
  }
}
