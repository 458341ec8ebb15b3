package org.hearsay.keep.store;

import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.util.OSInfo;

/**
 * Where SQLite's own code lies, if it was unpacked beside the program. Else each start takes it from its jar, writes it into
 * the folder for temporary files and reads both again to compare them: a tenth of the time of a search, and a program
 * that does not start where that folder may hold no code.
 */
public final class SqliteLibrary {
    private SqliteLibrary() {}

    /**
     * Takes it from there from now on; without one for this machine, or where it cannot be loaded, from the jar.
     *
     * @param unpacked a folder that the jar was unpacked into, or that is not there
     */
    public static void in(Path unpacked) {
        Path folder = unpacked.resolve("org/sqlite/native").resolve(OSInfo.getNativeLibFolderPathForCurrentOS());
        if (Files.isDirectory(folder) && System.getProperty("org.sqlite.lib.path") == null) {
            System.setProperty("org.sqlite.lib.path", folder.toString());
        }
    }
}
