package org.casebridge.demo;

import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.advocacy.Issues;
import org.casebridge.assessments.Assessments;
import org.casebridge.careplans.CarePlans;
import org.casebridge.careplans.Goals;
import org.casebridge.careplans.PlanReading;
import org.casebridge.careplans.Signing;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.caseload.Program;
import org.casebridge.caseload.ProgramId;
import org.casebridge.caseload.Programs;
import org.casebridge.clients.Clients;
import org.casebridge.clients.Households;
import org.casebridge.clients.Supports;
import org.casebridge.intake.Intakes;
import org.casebridge.messaging.SafeContacts;
import org.casebridge.monitoring.Marks;
import org.casebridge.monitoring.Monitoring;
import org.casebridge.monitoring.Promises;
import org.casebridge.monitoring.Radar;
import org.casebridge.monitoring.Visits;
import org.casebridge.tasks.Appointments;
import org.casebridge.tasks.Tasks;
import org.springframework.stereotype.Component;

/** The ways in that a demo tale uses, the same as everybody's, and the demo's people and programmes by name. */
@Component
record DemoWays(Accounts accounts, Programs programs, Clients clients, Households households, Supports supports, Intakes intakes, CaseFiles cases, CarePlans plans, Goals goals, PlanReading reading, Signing signing, Monitoring monitoring, Promises promises, Visits visits, Marks marks, Radar radar, SafeContacts safe,
                Assessments assessments, Tasks tasks, Appointments appointments, Issues issues) {

    Actor who(String username) {
        return accounts.find(username).orElseThrow().actor();
    }

    ProgramId program(String name) {
        return who("supervisor").act(() -> programs.all()).stream().filter(it -> it.name().equals(name)).map(Program::id).findFirst().orElseThrow();
    }
}
