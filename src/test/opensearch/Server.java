import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.common.logging.LogConfigurator;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.join.ParentJoinModulePlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/**
 * An OpenSearch of one node from the artefacts of the pom beside this file, for tests: {@code java -cp "FOLDER/*"
 * Server.java HOME PORT [KEY=VALUE...]}. Its Lucene is another than Hearsay's, so the two never share a class path.
 */
final class Server extends Node {
    private Server(Environment environment) {
        super(
                environment,
                List.of(
                        plugin(Netty4ModulePlugin.class),
                        plugin(CommonAnalysisModulePlugin.class),
                        plugin(ParentJoinModulePlugin.class)),
                false);
    }

    private static PluginInfo plugin(Class<?> type) {
        return new PluginInfo(
                type.getSimpleName(),
                "of every distribution",
                "NA",
                org.opensearch.Version.CURRENT,
                "21",
                type.getName(),
                null,
                List.of(),
                false);
    }

    public static void main(String[] args) throws Exception {
        Settings.Builder settings = Settings.builder()
                .put("path.home", args[0])
                .put("http.port", args[1])
                .put("transport.port", "0")
                .put("network.host", "127.0.0.1")
                .put("discovery.type", "single-node")
                .put("node.name", "test");
        for (String more : List.of(args).subList(2, args.length)) {
            settings.put(more.substring(0, more.indexOf('=')), more.substring(more.indexOf('=') + 1));
        }
        LogConfigurator.registerErrorListener();
        Environment environment =
                InternalSettingsPreparer.prepareEnvironment(settings.build(), Map.of(), null, () -> "test");
        Server server = new Server(environment);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                server.close();
            } catch (java.io.IOException e) {
                e.printStackTrace();
            }
        }));
        server.start();
        System.out.println("started");
        new CountDownLatch(1).await();
    }
}
