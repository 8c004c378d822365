package org.casebridge.data;

import java.nio.file.Path;
import org.casebridge.kernel.Stopped;

/** A process that opens the database in a folder, says where it is, and holds it until its input ends: what a server or a command does. */
class DatabaseHolder {

    static void main(String... arguments) throws Exception {
        var serving = arguments[1].equals("server");
        try (var database = EmbeddedDatabase.open(Path.of(arguments[0]), true, serving)) {
            System.out.println(database.url());
            System.in.readAllBytes();
        } catch (Stopped stopped) {
            System.out.println(stopped.getMessage());
            System.exit(1);
        }
    }
}
