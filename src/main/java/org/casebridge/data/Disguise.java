package org.casebridge.data;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.casebridge.kernel.Stopped;

/** As whom PostgreSQL's programs run, since PostgreSQL refuses root, and whose their files are therefore. */
enum Disguise {

    /** Whoever started Casebridge, when that is not root. */
    NONE(-1),
    /** Root in a user namespace of its own, where it is nobody special. */
    NAMESPACE(0, "unshare", "--user"),
    /** The system's user nobody, where containers forbid namespaces. */
    NOBODY(65534, "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    private final int user;
    private final List<String> command;

    Disguise(int user, String... command) {
        this.user = user;
        this.command = List.of(command);
    }

    /** The first that works for the folder on this machine. */
    static Disguise in(Path folder) throws IOException {
        if (!root()) {
            return NONE;
        }
        if (NAMESPACE.reaches(folder)) {
            return NAMESPACE;
        }
        NOBODY.open(folder);
        if (NOBODY.reaches(folder)) {
            return NOBODY;
        }
        throw new Stopped("PostgreSQL does not run as root, and here root can neither make a user namespace nor let the user nobody into %s: "
                .formatted(folder) + "start Casebridge as an ordinary user, or name a PostgreSQL server with CASEBRIDGE_DB_URL.");
    }

    static boolean root() {
        return !System.getProperty("os.name").startsWith("Windows") && new UnixSystem().getUid() == 0;
    }

    List<String> wear(List<String> line) {
        var disguised = new ArrayList<>(command);
        disguised.addAll(line);
        return disguised;
    }

    /** Lets the one in disguise pass through the folder, and no further. */
    void open(Path folder) throws IOException {
        if (this == NOBODY) {
            var allowed = Files.getPosixFilePermissions(folder);
            allowed.add(PosixFilePermission.OTHERS_EXECUTE);
            Files.setPosixFilePermissions(folder, allowed);
        }
    }

    /** Makes a file, or a folder with all in it, belong to the one in disguise. */
    void own(Path place) throws IOException {
        if (this == NONE || Integer.valueOf(user).equals(Files.getAttribute(place, "unix:uid"))) {
            return;
        }
        try (Stream<Path> all = Files.walk(place)) {
            for (var each : (Iterable<Path>) all::iterator) {
                Files.setAttribute(each, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private boolean reaches(Path folder) throws IOException {
        try {
            return PostgresPrograms.run(wear(List.of("test", "-x", folder.toString()))).code() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
