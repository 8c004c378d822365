package org.casebridge.production;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * Everything that production refuses to start with, and the sentence that says what to do. Sources: 45 CFR 164.308 and 164.312 (access control, audit, integrity, transmission, contingency
 * plan), NIST SP 800-63B-4 (sessions, factors), OWASP ASVS 5 (V11 keys, V13 configuration), and what went wrong in systems like this one.
 */
enum Insecurity {

    DEMO("The demo is on: leave CASEBRIDGE_DEMO out.", it -> it.says("casebridge.demo", "true")),
    DEMO_PEOPLE("This database holds demo or seeded people: production begins with an empty one.", it -> it.database().demo()),
    EMBEDDED("Production needs a PostgreSQL server of its own, which you back up: name it with CASEBRIDGE_DB_URL.", it -> it.said("casebridge.db.url") == null),
    UNDURABLE("CASEBRIDGE_DB_DURABLE is off: a power cut would lose what was saved.", it -> it.says("casebridge.db.durable", "false")),
    UNVERIFIED_DATABASE("The database is on another machine and its certificate is not checked: add sslmode=verify-full to CASEBRIDGE_DB_URL.",
            it -> it.remote() && !it.said("casebridge.db.url").matches(".*[?&]sslmode=verify-full(&.*)?")
                    || it.said("casebridge.db.url") != null && it.said("casebridge.db.url").contains("NonValidatingFactory")),
    WEAK_DATABASE_PASSWORD("CASEBRIDGE_DB_PASSWORD is shorter than 16 characters or is the login's name: choose a random one.", it -> {
        var password = it.said("casebridge.db.password");
        return password != null && (password.length() < 16 || password.equalsIgnoreCase(it.said("casebridge.db.user")));
    }),
    MIGHTY_LOGIN("The application's login is a superuser or passes by row policies: take that from casebridge_app.", it -> it.database().mighty()),
    OWNING_LOGIN("The application's login owns tables, so row policies do not hold it: give them to CASEBRIDGE_DB_USER.", it -> !it.database().owned().isEmpty()),
    OPEN_TABLE("Row policies are off on a table about clients: switch them on again, or restore the database.", it -> !it.database().open().isEmpty()),
    OPEN_VIEW("A view reads past the row policies: make it with security_invoker.", it -> !it.database().views().isEmpty()),
    PENDING("The database is not up to date: let the migrations run before you serve.", it -> it.database().pending() > 0),
    CLOCK("The clocks of this machine and of the database are more than 30 seconds apart: deadlines and seals would be wrong. Let both follow a time server.",
            it -> it.database().behind().abs().compareTo(Duration.ofSeconds(30)) > 0),
    WEAK_HASH("Passwords would be hashed more weakly than Argon2id with 19 MiB and 2 passes.", it -> !it.database().hash().matches("\\$argon2id\\$v=19\\$m=(19456|[2-9]\\d{4,}|\\d{6,}),t=([2-9]|\\d{2,}),p=\\d+\\$.*")),
    NO_ADDRESS("Say under which address people reach Casebridge: CASEBRIDGE_PUBLIC_URL, such as https://cases.example.org.", it -> it.said("casebridge.public-url") == null),
    PLAIN_ADDRESS("CASEBRIDGE_PUBLIC_URL must begin with https://.", it -> it.said("casebridge.public-url") != null && !it.said("casebridge.public-url").startsWith("https://")),
    NO_TLS("Nothing encrypts what goes to the browsers: put a proxy with TLS before it and say CASEBRIDGE_PROXY=native, or name a certificate with SERVER_SSL_BUNDLE.",
            it -> !it.says("casebridge.proxy", "native") && it.said("server.ssl.bundle") == null && it.said("server.ssl.certificate") == null && it.said("server.ssl.key-store") == null),
    NO_SECOND_FACTOR("CASEBRIDGE_MFA_REQUIRED is off: everybody needs a second factor or a passkey.", it -> it.says("casebridge.mfa.required", "false")),
    PLAIN_ISSUER("CASEBRIDGE_OIDC_ISSUER must begin with https://: whoever stands between could sign in as anybody.",
            it -> it.said("casebridge.oidc.issuer") != null && !it.said("casebridge.oidc.issuer").startsWith("https://")),
    UNASKED_FACTORS("CASEBRIDGE_OIDC_AMR and CASEBRIDGE_OIDC_ACR are both empty: another organization’s sign-in would count without a second factor. Name what it must say.",
            it -> it.said("casebridge.oidc.issuer") != null && it.said("casebridge.oidc.acr") == null
                    && "".equals(it.settings().getProperty("casebridge.oidc.amr", "mfa").strip())),
    SHORT_CLIENT_SECRET("CASEBRIDGE_OIDC_CLIENT_SECRET is shorter than 16 characters: let the other organization make a random one, or leave it out and use PKCE alone.",
            it -> it.said("casebridge.oidc.client-secret") != null && it.said("casebridge.oidc.client-secret").length() < 16),
    MAIL_IN_THE_CLEAR("CASEBRIDGE_OUTBOX_MAIL_TLS is false: messages to clients would cross the network in the clear.", it -> it.said("casebridge.outbox.mail-host") != null && it.says("casebridge.outbox.mail-tls", "false")),
    TEXTS_IN_THE_CLEAR("CASEBRIDGE_OUTBOX_TEXT_URL does not begin with https://: messages to clients and the token of the gateway would cross the network in the clear.",
            it -> it.said("casebridge.outbox.text-url") != null && !it.said("casebridge.outbox.text-url").startsWith("https://")),
    LONG_IDLE("CASEBRIDGE_SESSION_IDLE is longer than 15 minutes.", it -> it.time("casebridge.session.idle", Duration.ofMinutes(15)).compareTo(Duration.ofMinutes(15)) > 0),
    LONG_SESSION("CASEBRIDGE_SESSION_WHOLE is longer than 12 hours.", it -> it.time("casebridge.session.whole", Duration.ofHours(12)).compareTo(Duration.ofHours(12)) > 0),
    NO_AUDIT_KEY("Name the key that seals the audit with CASEBRIDGE_AUDIT_KEY, outside the data folder: a key that lies with what it seals proves nothing.",
            it -> it.said("casebridge.audit.key") == null || !it.said("casebridge.audit.key").startsWith("-----") && it.inData(it.said("casebridge.audit.key"))),
    EXPOSED_AUDIT_KEY("Others on this machine can read the key that seals the audit: run chmod 400 on the file that CASEBRIDGE_AUDIT_KEY names.", it -> it.exposed("casebridge.audit.key")),
    NO_ANCHOR("Name the file for the audit's anchors with CASEBRIDGE_AUDIT_ANCHOR, on another mount than the database and outside the data folder.",
            it -> it.said("casebridge.audit.anchor") == null || it.inData(it.said("casebridge.audit.anchor"))),
    SLOW_SEAL("CASEBRIDGE_AUDIT_EVERY is longer than 2 seconds: what is not sealed yet can be changed unseen.",
            it -> it.time("casebridge.audit.every", Duration.ofSeconds(1)).compareTo(Duration.ofSeconds(2)) > 0),
    NO_MASTER_KEY("Name the key that opens the encrypted fields with CASEBRIDGE_SEALING_KEY_FILE, outside the data folder, or give it with CASEBRIDGE_SEALING_KEY.",
            it -> it.said("casebridge.sealing.key") == null && (it.said("casebridge.sealing.key-file") == null || it.inData(it.said("casebridge.sealing.key-file")))),
    WEAK_MASTER_KEY("CASEBRIDGE_SEALING_KEY is no random key: make one with openssl rand -base64 32.", it -> it.weak("casebridge.sealing.key")),
    EXPOSED_MASTER_KEY("Others on this machine can read the key that opens the encrypted fields: run chmod 400 on the file that CASEBRIDGE_SEALING_KEY_FILE names.",
            it -> it.exposed("casebridge.sealing.key-file")),
    EXPOSED_DATA("Others on this machine can read the data folder: run chmod 700 on it.", it -> it.machine().readable().test(it.data())),
    ROOT("Casebridge runs as root: give it a user of its own that may do nothing else.", it -> it.machine().root()),
    DEBUGGER("Java was started with a debugger, remote management or heap dumps on: whoever reaches those reads every record. Take them out of JAVA_OPTS.",
            it -> it.machine().arguments().stream().anyMatch(one -> one.contains("jdwp") || one.contains("jmxremote") || one.contains("+HeapDump"))),
    DEVELOPER_TOOLS("Developer tools are on the class path: build Casebridge without them.", it -> !it.machine().libraries().isEmpty()),
    TALKATIVE_LOG("A log is set to debug or trace, and would hold what people wrote: set every LOGGING_LEVEL to info or less, and leave DEBUG and TRACE out.", it -> it.any("logging.level.", List.of("debug", "trace", "all"))
            || it.said("debug") != null && !it.says("debug", "false") || it.said("trace") != null && !it.says("trace", "false")),
    TALKATIVE_ERRORS("Error pages are set to tell how the program is built: leave the SERVER_ERROR_INCLUDE settings out.",
            it -> it.any("server.error.include", List.of("always", "on_param", "on-param", "true")) || it.any("spring.web.error.include", List.of("always", "on_param", "on-param", "true"))),
    NO_BACKUP("Say in words how the database is backed up and when a restore was last tried: CASEBRIDGE_BACKUP.", it -> it.said("casebridge.backup") == null),
    PLAIN_DISK("Say in words how the disks of the database, its backups and the anchors are encrypted: CASEBRIDGE_DISKS.", it -> it.said("casebridge.disks") == null);

    private final String sentence;
    private final Predicate<Standing> insecure;

    Insecurity(String sentence, Predicate<Standing> insecure) {
        this.sentence = sentence;
        this.insecure = insecure;
    }

    String sentence() {
        return sentence;
    }

    boolean of(Standing standing) {
        return insecure.test(standing);
    }
}
