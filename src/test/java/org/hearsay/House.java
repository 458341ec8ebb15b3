package org.hearsay;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The room table of {@code src/docs/architecture.md} as data, and the rules that follow from it. The root package is a
 * parameter, so that the rules can be tried on a house built badly on purpose.
 */
record House(String root) {

    /** One package and what it may import, in the words of the document: room names, {@code read.*}, or `every room`. */
    record Room(String name, String mayImport) {

        /** The names of the rooms that this one may import, itself not among them. */
        Set<String> imports() {
            Set<String> names = new TreeSet<>();
            if (mayImport.equals("-")) {
                return names;
            }
            for (Room other : ROOMS) {
                for (String word : mayImport.equals("every room") ? List.of("") : List.of(mayImport.split(" "))) {
                    boolean family = word.isEmpty() || word.endsWith(".*");
                    String start = word.replace("*", "");
                    if (!other.equals(this) && (family ? other.name.startsWith(start) : other.name.equals(word))) {
                        names.add(other.name);
                    }
                }
            }
            return names;
        }
    }

    /** A library by the start of its package names, and the rooms it stays inside. */
    record Library(String start, Set<String> rooms) {}

    static final List<Room> ROOMS = List.of(
            new Room("page", "-"),
            new Room("gather.fetch", "page"),
            new Room("gather.feed", "page gather.fetch"),
            new Room("read.article", "page"),
            new Room("read.language", "read.article"),
            new Room("read.claim", "page read.article read.language"),
            new Room("read.compare", "page read.article read.language read.claim"),
            new Room("keep.archive", "page"),
            new Room("keep.store", "page gather.* read.* keep.archive"),
            new Room("keep.index", "page read.*"),
            new Room("run", "page gather.* read.* keep.* tell.digest tell.mail"),
            new Room("tell.digest", "page gather.feed read.* keep.*"),
            new Room("tell.mail", "page"),
            new Room("tell.json", "page gather.feed read.* keep.*"),
            new Room("tell.web", "page gather.feed read.* keep.* tell.digest tell.json"),
            new Room("train", "page read.*"),
            new Room("demo", "-"),
            new Room("app", "every room"));

    private static final List<String> READING = List.of("read.article", "read.language", "read.claim", "read.compare");

    static final List<Library> LIBRARIES = List.of(
            library("okhttp3.", "gather.fetch"),
            library("okio.", "gather.fetch"),
            library("org.brotli.", "gather.fetch", "keep.archive"),
            library("crawlercommons.", "page", "gather.fetch"),
            library("com.rometools.", "gather.feed"),
            library("org.jdom2.", "gather.feed"),
            library("com.fasterxml.jackson.", "gather.feed", "keep.store", "tell.json", "tell.web", "train", "app"),
            library("org.jsoup.", "gather.feed", "read.article"),
            library("opennlp.", "read.language", "read.claim", "train"),
            library("ai.onnxruntime.", "read.language"),
            library("org.netpreserve.jwarc.", "keep.archive"),
            library("org.jdbi.", "keep.store"),
            library("org.flywaydb.", "keep.store"),
            library("com.zaxxer.hikari.", "keep.store"),
            library("org.sqlite.", "keep.store"),
            library("org.postgresql.", "keep.store"),
            library("java.sql.", "keep.store", "app"),
            // A scheduler is given the DataSource of the store; no SQL comes with it.
            library("javax.sql.", "keep.store", "run", "app"),
            library("org.apache.lucene.", "keep.index"),
            library("org.opensearch.", "keep.index"),
            library("org.apache.hc.", "keep.index"),
            library("com.github.kagkarlsson.", "run"),
            library("io.micrometer.", "run"),
            library("io.pebbletemplates.", "tell.digest", "tell.web"),
            library("gg.jte.", "tell.digest", "tell.web"),
            library("jakarta.mail.", "tell.mail"),
            library("jakarta.activation.", "tell.mail"),
            library("org.eclipse.angus.", "tell.mail"),
            library("io.javalin.", "tell.web"),
            library("jakarta.servlet.", "tell.web"),
            library("org.eclipse.jetty.", "tell.web"),
            // Kotlin's own types show in the signatures of OkHttp and Javalin.
            library("kotlin.", "gather.fetch", "tell.web"),
            library("picocli.", "app"),
            library("sun.misc.", "app"),
            library("me.tongfei.", "app"),
            library("ch.qos.logback.", "app"),
            library("com.sun.net.httpserver.", "demo"),
            // What reads says in its result what there is to say; the ground has nothing to tell.
            new Library("org.slf4j.", allBut("page", "read.")));

    /** Libraries that any room may use. `java.` also stands for what is not listed above of the JDK. */
    private static final List<String> FREE =
            List.of("java.", "javax.", "org.w3c.dom.", "org.xml.sax.", "org.jspecify.", "com.google.errorprone.");

    /** Types through which a clock, the network, the disk, chance or the machine's own settings would come in. */
    private static final List<String> IMPURE_TYPES = List.of(
            "java.net.http.",
            "java.net.Socket",
            "java.net.ServerSocket",
            "java.net.DatagramSocket",
            "java.net.URLConnection",
            "java.net.HttpURLConnection",
            "java.net.InetAddress",
            "java.nio.channels.",
            "java.nio.file.Files",
            "java.nio.file.FileSystem",
            "java.io.File",
            "java.io.RandomAccessFile",
            "java.util.Random",
            "java.util.concurrent.ThreadLocalRandom",
            "java.security.SecureRandom",
            "java.time.Clock",
            "java.lang.Process");

    /** Calls of types that are otherwise welcome. */
    private static final Set<String> IMPURE_CALLS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.Locale.getDefault",
            "java.util.TimeZone.getDefault",
            "java.util.Calendar.getInstance",
            "java.time.ZoneId.systemDefault",
            "java.net.URL.openStream",
            "java.net.URL.openConnection");

    /** Every package is a room of the table. */
    ArchRule everyPackageIsARoom() {
        return classes("be in a package that is in the room table", (type, found) -> {
            if (roomOf(type.getPackageName()).isEmpty()) {
                found.accept(type.getName() + " is in a package that is not in the room table");
            }
        });
    }

    /** A room imports only the rooms that its row lists. */
    ArchRule roomsImportOnlyWhatIsListed() {
        return classes("import only the rooms that the room table lists", (type, found) -> {
            Set<String> allowed =
                    roomOf(type.getPackageName()).map(Room::imports).orElse(Set.of());
            for (Dependency use : type.getDirectDependenciesFromSelf()) {
                String target = packageOf(use);
                if (isOurs(target) && !target.equals(type.getPackageName()) && !allowed.contains(nameIn(target))) {
                    found.accept(nameIn(type.getPackageName()) + " may not import " + nameIn(target) + ": "
                            + use.getDescription());
                }
            }
        });
    }

    /** A library's types stay inside its rooms, and a library that no row knows is let in nowhere. */
    ArchRule librariesStayInside() {
        return classes("use libraries only in their rooms", (type, found) -> {
            String room = nameIn(type.getPackageName());
            for (Dependency use : type.getDirectDependenciesFromSelf()) {
                String target = packageOf(use) + ".";
                if (target.equals(".") || isOurs(packageOf(use))) {
                    continue;
                }
                Optional<Library> library = LIBRARIES.stream()
                        .filter(known -> target.startsWith(known.start))
                        .findFirst();
                boolean allowed = library.map(known -> known.rooms.contains(room))
                        .orElseGet(() -> FREE.stream().anyMatch(target::startsWith));
                if (!allowed) {
                    found.accept(room + " may not use " + packageOf(use) + ": " + use.getDescription());
                }
            }
        });
    }

    /** No room reaches itself again through others. */
    ArchRule noCycles() {
        return SlicesRuleDefinition.slices()
                .matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    /** From bytes to differences there is no clock, no network, no disk, no chance and no shared state. */
    ArchRule readingIsPure() {
        return classes("read without clock, network, disk, chance or shared state", (type, found) -> {
            if (!READING.contains(nameIn(type.getPackageName()))) {
                return;
            }
            for (Dependency use : type.getDirectDependenciesFromSelf()) {
                if (IMPURE_TYPES.stream()
                        .anyMatch(use.getTargetClass().getBaseComponentType().getName()::startsWith)) {
                    found.accept("reading is pure: " + use.getDescription());
                }
            }
            for (JavaAccess<?> call : type.getAccessesFromSelf()) {
                String owner = call.getTargetOwner().getName();
                boolean clock = owner.startsWith("java.time.") && call.getName().equals("now");
                boolean today = call.getTarget().getFullName().equals("java.util.Date.<init>()");
                if (clock || today || IMPURE_CALLS.contains(owner + "." + call.getName())) {
                    found.accept("reading is pure: " + call.getDescription());
                }
            }
            for (JavaField field : type.getFields()) {
                Set<JavaModifier> modifiers = field.getModifiers();
                if (modifiers.contains(JavaModifier.STATIC)
                        && !modifiers.contains(JavaModifier.FINAL)
                        && !modifiers.contains(JavaModifier.SYNTHETIC)) {
                    found.accept("reading is pure: " + field.getFullName() + " is shared and can change");
                }
            }
        });
    }

    private ArchRule classes(String rule, Inspection inspection) {
        return ArchRuleDefinition.classes()
                .that(DescribedPredicate.describe("are in " + root, type -> isOurs(type.getPackageName())))
                .should(new ArchCondition<JavaClass>(rule) {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        inspection.of(type, words -> events.add(SimpleConditionEvent.violated(type, words)));
                    }
                })
                .allowEmptyShould(true);
    }

    private interface Inspection {
        void of(JavaClass type, Consumer<String> found);
    }

    private boolean isOurs(String packageName) {
        return packageName.equals(root) || packageName.startsWith(root + ".");
    }

    private String nameIn(String packageName) {
        return packageName.equals(root) ? "" : packageName.substring(root.length() + 1);
    }

    private Optional<Room> roomOf(String packageName) {
        String name = nameIn(packageName);
        return ROOMS.stream().filter(room -> room.name.equals(name)).findFirst();
    }

    private static String packageOf(Dependency use) {
        return use.getTargetClass().getBaseComponentType().getPackageName();
    }

    private static Library library(String start, String... rooms) {
        return new Library(start, Set.of(rooms));
    }

    private static Set<String> allBut(String... starts) {
        List<String> rooms = new ArrayList<>(ROOMS.stream().map(Room::name).toList());
        rooms.removeIf(room -> List.of(starts).stream().anyMatch(room::startsWith));
        return Set.copyOf(rooms);
    }
}
