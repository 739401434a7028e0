package broadsheet.opensearch;

import java.nio.file.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnCluster
class SecuredRolesIT {
  @TempDir Path folder;
  @Test
  void x() throws Exception {
    SecuredNode node = SecuredNode.shared();
    try {
      Path corpus = Files.createDirectory(folder.resolve("corpus"));
      for (int i = 0; i < 20; i++) Files.writeString(corpus.resolve("a" + i + ".txt"), "Headline " + i + "\n\nAll about one harbour and Ruth Amsel of Vienna.\n");
      try (ClusterUser ix = new ClusterUser(node.environment(SecuredNode.INDEXER), folder.resolve("ix"), node.location("news"));
      ClusterUser rd = new ClusterUser(node.environment(SecuredNode.READER), folder.resolve("rd"), node.location("news"));
      ClusterUser st = new ClusterUser(node.environment(SecuredNode.STRANGER), folder.resolve("st"), node.location("news"))) {
        go("ix", ix, "index", corpus.toString());
        go("ix", ix, "index", "--update");
        go("rd", rd, "search", "harbour");
        go("rd", rd, "index", corpus.toString());
        go("st", st, "search", "harbour");
        go("st", st, "list");
        go("st", st, "index", corpus.toString());
      }
    } finally {
       System.out.println(node.log().lines().filter(l -> !l.contains("insecure file") && !l.contains("secure counterpart")).collect(java.util.stream.Collectors.joining("\n")));
    }
  }
  static void go(String who, ClusterUser u, String... args) throws Exception {
    long t = System.nanoTime();
    System.out.println(who + " " + String.join(" ", args) + " => " + u.run(args) + " " + (System.nanoTime() - t) / 1000000 + " ms");
  }
}
