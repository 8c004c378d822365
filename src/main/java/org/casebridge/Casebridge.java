package org.casebridge;

import org.casebridge.accounts.command.Invite;
import org.casebridge.audit.command.ExplainRestore;
import org.casebridge.audit.command.ExportAudit;
import org.casebridge.audit.command.VerifyAudit;
import org.casebridge.console.Commands;
import org.casebridge.demo.command.Seed;
import org.casebridge.directory.command.CheckDirectory;
import org.casebridge.directory.command.ExportDirectory;
import org.casebridge.interop.command.ImportClients;
import org.casebridge.interop.command.ImportDirectory;
import org.casebridge.keys.command.RotateKeys;
import org.casebridge.keys.command.ShowKeys;
import org.casebridge.questionnaires.command.AnswerQuestionnaire;
import org.casebridge.questionnaires.command.CheckQuestionnaire;
import org.casebridge.tasks.command.ShowWorklist;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Where Casebridge starts: the list of what the operator can tell it to do. */
@SpringBootApplication
public class Casebridge {

    static void main(String... arguments) {
        System.exit(commands().run(arguments));
    }

    /** All that {@code bin/casebridge --help} lists. */
    public static Commands commands() {
        return Commands.of(Casebridge.class)
                .group("import", "Bring in records from files.", ImportClients.class, ImportDirectory.class)
                .group("directory", "What directories publish by HSDS 3.1.", CheckDirectory.class, ExportDirectory.class)
                .group("audit", "Prove that the audit was not touched.", VerifyAudit.class, ExportAudit.class, ExplainRestore.class)
                .group("keys", "The key of the sealed fields.", RotateKeys.class, ShowKeys.class)
                .group("questionnaire", "What a FHIR questionnaire can do here.", CheckQuestionnaire.class, AnswerQuestionnaire.class)
                .add(Seed.class, Invite.class, ShowWorklist.class);
    }
}
