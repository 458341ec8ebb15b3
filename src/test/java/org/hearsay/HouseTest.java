package org.hearsay;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the compiled program to its room table, and tries every rule on a house built badly on purpose. */
class HouseTest {

    private static final House HOUSE = new House("org.hearsay");
    private static final House BAD = new House("org.hearsay.badhouse");

    private static JavaClasses program;
    private static JavaClasses badHouse;

    @BeforeAll
    static void readTheClasses() {
        program = new ClassFileImporter().importPath(Path.of("target/classes"));
        badHouse = new ClassFileImporter().importPackages("org.hearsay.badhouse");
    }

    @Test
    void theProgramIsThere() {
        assertThat(program).isNotEmpty();
    }

    @Test
    void everyPackageIsARoom() {
        HOUSE.everyPackageIsARoom().check(program);
    }

    @Test
    void roomsImportOnlyWhatIsListed() {
        HOUSE.roomsImportOnlyWhatIsListed().check(program);
    }

    @Test
    void librariesStayInside() {
        HOUSE.librariesStayInside().check(program);
    }

    @Test
    void noRoomReachesItselfThroughOthers() {
        HOUSE.noCycles().check(program);
    }

    @Test
    void readingIsPure() {
        HOUSE.readingIsPure().check(program);
    }

    @Test
    void theTableItselfHasNoCycle() {
        // Take away, again and again, the rooms that import nothing that is still there.
        Map<String, Set<String>> left = new LinkedHashMap<>();
        House.ROOMS.forEach(room -> left.put(room.name(), room.imports()));
        boolean took = true;
        while (took) {
            Set<String> still = new TreeSet<>(left.keySet());
            took = left.values().removeIf(imports -> imports.stream().noneMatch(still::contains));
        }
        assertThat(left).isEmpty();
    }

    @Test
    void theDocumentTellsTheSameTable() throws Exception {
        Map<String, String> told = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("src/docs/architecture.md"))) {
            String[] cells = line.split("\\|");
            if (cells.length == 5 && cells[1].strip().matches("`[a-z.]+`")) {
                told.put(cells[1].strip().replace("`", ""), cells[3].strip());
            }
        }
        Map<String, String> held = new LinkedHashMap<>();
        House.ROOMS.forEach(room -> held.put(room.name(), room.mayImport()));
        assertThat(told).containsExactlyEntriesOf(held);
    }

    @Test
    void aRoomMayNotImportOneAboveIt() {
        assertThat(complaints(BAD.roomsImportOnlyWhatIsListed()))
                .anyMatch(line -> line.startsWith("page may not import read.claim:"))
                .noneMatch(line -> line.startsWith("read.claim may not import page:"));
    }

    @Test
    void aRoomMayNotImportAnUnlistedPackage() {
        assertThat(complaints(BAD.roomsImportOnlyWhatIsListed()))
                .anyMatch(line -> line.startsWith("gather.fetch may not import shed:"));
    }

    @Test
    void aPackageOutsideTheTableIsFound() {
        assertThat(complaints(BAD.everyPackageIsARoom()))
                .containsExactly("org.hearsay.badhouse.shed.Tool is in a package that is not in the room table");
    }

    @Test
    void aCycleIsFound() {
        assertThat(complaints(BAD.noCycles())).singleElement().asString().contains("page", "read.claim");
    }

    @Test
    void aLibraryOutsideItsRoomsIsFound() {
        assertThat(complaints(BAD.librariesStayInside()))
                .anyMatch(line -> line.startsWith("read.claim may not use org.slf4j:"))
                .anyMatch(line -> line.startsWith("page may not use org.jsoup.nodes:"))
                .anyMatch(line -> line.startsWith("gather.fetch may not use java.sql:"))
                .noneMatch(line -> line.startsWith("gather.fetch may not use org.slf4j:"));
    }

    @Test
    void aLibraryThatNoRowKnowsIsLetInNowhere() {
        assertThat(complaints(BAD.librariesStayInside()))
                .anyMatch(line -> line.startsWith("gather.fetch may not use org.assertj"));
    }

    @Test
    void everyWayOutOfPureReadingIsFound() {
        assertThat(complaints(BAD.readingIsPure()))
                .anyMatch(line -> line.contains("java.time.Instant.now()"))
                .anyMatch(line -> line.contains("java.time.Clock.systemUTC()"))
                .anyMatch(line -> line.contains("java.lang.System.currentTimeMillis()"))
                .anyMatch(line -> line.contains("java.util.Date.<init>()"))
                .anyMatch(line -> line.contains("java.nio.file.Files.readString("))
                .anyMatch(line -> line.contains("java.net.http.HttpClient"))
                .anyMatch(line -> line.contains("java.net.Socket"))
                .anyMatch(line -> line.contains("counter is shared and can change"))
                .noneMatch(line -> line.contains("java.time.Instant.parse("));
    }

    @Test
    void onlyReadingMustBePure() {
        assertThat(complaints(BAD.readingIsPure())).noneMatch(line -> line.contains("badhouse.gather.fetch"));
    }

    private static List<String> complaints(ArchRule rule) {
        return rule.evaluate(badHouse).getFailureReport().getDetails();
    }
}
