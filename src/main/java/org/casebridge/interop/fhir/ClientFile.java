package org.casebridge.interop.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.casebridge.caseload.Story;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.clients.NewClient;
import org.casebridge.clients.Supports;
import org.casebridge.console.Problem;
import org.casebridge.interop.files.Spot;
import org.casebridge.interop.sources.SourceRecords;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.casebridge.web.Say;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One file on its way in: who is in it, what was said of them, and everything that is wrong with it. */
final class ClientFile {

    private static final int BATCH = 1000;
    private static final Pattern UNIQUE = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final class Fhir {
        static final FhirContext R4 = FhirContext.forR4();
    }

    final List<Problem> problems = new ArrayList<>();
    final List<String> remarks = new ArrayList<>();
    final Map<String, Integer> passed = new TreeMap<>();
    final Map<String, ClientId> here = new HashMap<>();

    private final String name;
    private final String source;
    private final Map<String, ClientId> known;
    private final Clients clients;
    private final Supports supports;
    private final SourceRecords sources;
    private final Story story;
    private final UnaryOperator<String> token;
    private final Instant now;
    private final LongConsumer progress;
    private final Map<String, Spot> seen = new HashMap<>();
    private final List<Story.Fact> facts = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private @Nullable IParser parser;
    private long read;
    private int added;
    private int updated;
    private int kept;
    private int unchanged;
    private int history;

    private record Waiting(Spot spot, Histories.Told told, String source) {}

    ClientFile(String name, String source, Map<String, ClientId> known, Clients clients, Supports supports, SourceRecords sources, Story story, UnaryOperator<String> token, Instant now,
               LongConsumer progress) {
        this.name = name;
        this.source = source;
        this.known = known;
        this.clients = clients;
        this.supports = supports;
        this.sources = sources;
        this.story = story;
        this.token = token;
        this.now = now;
        this.progress = progress;
    }

    void csv(String text) {
        var csv = ClientCsv.read(name, text, token, problems);
        remarks.addAll(csv.remarks());
        for (var line : csv.lines()) {
            progress.accept(++read);
            var key = source + " " + line.id();
            if (!twice(key, line.spot(), line.id())) {
                add(line.client().from(key), line.spot(), true);
            }
        }
    }

    void resource(Spot spot, ObjectNode json) {
        progress.accept(++read);
        var type = json.path("resourceType").asString();
        var fullUrl = json.path("fullUrl").asString("");
        json.remove("fullUrl");
        if (!Fhir.R4.getResourceTypes().contains(type)) {
            problems.add(spot.problem("“%s” is no resource of FHIR R4.".formatted(type.length() > 60 ? type.substring(0, 60) + "…" : type)));
        } else if (type.equals("Patient")) {
            var patient = parse(spot, json);
            if (patient != null) {
                person(spot, (Patient) patient, fullUrl, json);
            }
        } else if (Histories.KINDS.contains(type)) {
            var resource = parse(spot, json);
            if (resource != null) {
                past(spot, resource, type, json);
            }
        } else {
            passed.merge(type, 1, Integer::sum);
        }
    }

    private void person(Spot spot, Patient patient, String fullUrl, ObjectNode json) {
        var id = patient.getIdElement().getIdPart();
        var key = key("Patient/" + (id == null ? fullUrl.isEmpty() ? hash(json) : fullUrl : id), id);
        if (twice(key, spot, id == null ? key : id)) {
            return;
        }
        NewClient said;
        try {
            said = Patients.client(patient, key);
        } catch (FHIRException | IllegalArgumentException | java.time.DateTimeException wrong) {
            problems.add(spot.problem("This Patient cannot be read: " + plain(wrong)));
            return;
        }
        int before = added;
        var client = add(said, spot, false);
        if (client != null) {
            if (added > before) {
                ContactPersons.of(patient, client).forEach(supports::add);
            }
            here.put("Patient/" + id, client);
            if (!fullUrl.isEmpty()) {
                here.put(fullUrl, client);
            }
            patient.getIdentifier().forEach(it -> here.put("Patient?identifier=" + it.getSystem() + "|" + it.getValue(), client));
            tell(new Story.Fact(client, now, Sentence.of("Record brought in from {file}", name), PatientFacts.of(patient), key));
        }
    }

    private void past(Spot spot, Resource resource, String type, ObjectNode json) {
        try {
            var id = resource.getIdElement().getIdPart();
            var told = Histories.of(resource);
            if (told.isEmpty()) {
                passed.merge(type, 1, Integer::sum);
                return;
            }
            var origin = key(type + "/" + (id == null ? hash(json) : id), id);
            if (twice(origin, spot, origin)) {
                return;
            }
            var client = find(told.get().about().getReference());
            if (client == null) {
                waiting.add(new Waiting(spot, told.get(), origin));
            } else {
                tell(fact(client, told.get(), origin));
            }
        } catch (FHIRException | IllegalArgumentException | java.time.DateTimeException wrong) {
            problems.add(spot.problem("This %s cannot be read: %s".formatted(type, plain(wrong))));
        }
    }

    /** Who is spoken of may stand later in the file, or have come in before. */
    void end() {
        for (var one : waiting) {
            var reference = one.told().about().getReference();
            var client = find(reference);
            if (client == null && reference != null) {
                var id = reference.replaceAll(".*/(?=Patient/)", "").replaceAll("/_history/.*", "").replaceFirst("^Patient/", "");
                client = clients.findBySource(key("Patient/" + id, id)).orElse(null);
                if (client != null) {
                    here.put(reference, client);
                }
            }
            if (client == null) {
                problems.add(one.spot().problem(reference == null ? "This does not say whom it is about." : "This is about “%s”, who is neither in this folder nor on record.".formatted(reference)));
            } else {
                tell(fact(client, one.told(), one.source()));
            }
        }
        flush();
    }

    ClientReport.Part part() {
        return problems.isEmpty() ? new ClientReport.Part(name, added, updated, unchanged, kept, history, 0) : new ClientReport.Part(name, 0, 0, 0, 0, 0, problems.size());
    }

    /** {@code partial}: what the line leaves blank takes nothing away from somebody who is known. */
    private @Nullable ClientId add(NewClient said, Spot spot, boolean partial) {
        try {
            var before = clients.findBySource(String.valueOf(said.source()));
            if (before.isPresent()) {
                again(before.get(), said, partial);
                return before.get();
            }
            var client = clients.add(said);
            sources.begin(client, said);
            added++;
            return client;
        } catch (Refused refused) {
            problems.add(spot.problem(Say.in(Locale.ENGLISH, () -> Say.say(refused.sentence()))));
            return null;
        }
    }

    private void again(ClientId client, NewClient said, boolean partial) {
        var told = sources.tell(client, said, partial);
        kept += told.kept().size();
        if (told.taken().isEmpty()) {
            unchanged++;
        } else {
            updated++;
            tell(new Story.Fact(client, now, Sentence.of("Brought up to date from {file}", name), null, said.source() + " " + token.apply(said.toString())));
        }
    }

    private boolean twice(String key, Spot spot, String id) {
        var before = seen.putIfAbsent(key, spot);
        if (before != null) {
            problems.add(spot.problem("“%s” is in this file twice: first in %s.".formatted(id, before.line() != null ? "line " + before.line() : String.valueOf(before.pointer()))));
        }
        return before != null;
    }

    private @Nullable ClientId find(@Nullable String reference) {
        if (reference == null) {
            return null;
        }
        var short_ = reference.replaceAll("/_history/.*", "").replaceFirst("^.*/(?=Patient/)", "");
        var client = here.getOrDefault(reference, here.get(short_));
        return client != null ? client : known.getOrDefault(reference, known.get(short_));
    }

    private Story.Fact fact(ClientId client, Histories.Told told, String origin) {
        return new Story.Fact(client, told.at() == null ? now : told.at(), told.what(), told.why(), origin);
    }

    private void tell(Story.Fact fact) {
        facts.add(fact);
        if (facts.size() >= BATCH) {
            flush();
        }
    }

    private void flush() {
        if (!facts.isEmpty() && problems.isEmpty()) {
            history += story.remember(facts);
        }
        facts.clear();
    }

    private @Nullable Resource parse(Spot spot, ObjectNode json) {
        if (parser == null) {
            parser = Fhir.R4.newJsonParser().setParserErrorHandler(new LenientErrorHandler(false));
        }
        try {
            return (Resource) parser.parseResource(json.toString());
        } catch (DataFormatException | FHIRException | ClassCastException | IllegalArgumentException wrong) {
            problems.add(spot.problem("This %s cannot be read: %s".formatted(json.path("resourceType").asString(), plain(wrong))));
            return null;
        }
    }

    /** Ids that are unique in the world need no system beside them. */
    private String key(String reference, @Nullable String id) {
        return id != null && UNIQUE.matcher(id).matches() ? "FHIR " + reference : source + " " + reference;
    }

    /** For who has no id: made of all that is said of them, and of a key, so that nobody can find out by trying what it was. */
    private String hash(ObjectNode json) {
        return token.apply(json.toString());
    }

    /** The parser's words without its numbers and the names of its insides. */
    private static String plain(Exception wrong) {
        var words = String.valueOf(wrong.getMessage()).replaceAll("HAPI-\\d+: ", "").replaceAll("[a-z]+(\\.[a-z0-9]+)+\\.[A-Z]\\w+(Exception)?:? ?", "").lines().findFirst().orElse("it is wrong").strip();
        words = words.length() > 300 ? words.substring(0, 300) + "…" : words;
        return words.endsWith(".") ? words : words + ".";
    }
}
