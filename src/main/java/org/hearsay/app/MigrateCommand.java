package org.hearsay.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hearsay.keep.store.StoreMove;
import org.hearsay.tell.json.Shapes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description =
                "Copy the store of this data folder into a PostgreSQL database, with every id; the archive stays.")
final class MigrateCommand implements Callable<Integer> {
    @Mixin
    private final Options options = new Options();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "URL",
            description = "the database, as jdbc:postgresql://HOST/DATABASE?user=NAME; the password is store.password")
    private String to = "";

    @Option(names = "--json", description = "the rows of each table as one JSON object on stdout")
    private boolean json;

    @Override
    public Integer call() {
        DataFolder folder = options.plainFolder();
        if (!Files.exists(folder.database())) {
            throw Stop.configuration(
                    "there is no store in " + folder.path() + " to be moved: name its folder with --data");
        }
        if (!to.startsWith("jdbc:postgresql:")) {
            throw Stop.usage("--to is no database: write jdbc:postgresql://HOST:PORT/DATABASE?user=NAME");
        }
        Map<String, Long> copied;
        try (DataFolder.Lock lock = folder.lock()) {
            copied = StoreMove.copy(folder.database(), to, options.settings().given(Setting.STORE_PASSWORD));
        }
        long rows = copied.values().stream().mapToLong(Long::longValue).sum();
        Serving.say(rows + " rows of " + copied.size() + " tables are in the database. From now on set store.url (in "
                + folder.properties() + ", or HEARSAY_STORE_URL) to it; the archive stays in " + folder.archive()
                + ", the index is made again, and " + folder.database() + " may be put away");
        if (json) {
            ObjectNode out = JsonNodeFactory.instance.objectNode();
            copied.forEach(out::put);
            System.out.print(Shapes.toLine(out));
        }
        return Stop.OK;
    }
}
