package org.casebridge.assessments;

import java.time.Clock;
import java.util.List;
import org.casebridge.access.Actor;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The forms of an agency: loaded or built, tried, given their licence record, published; a change is a new version. */
@Service
@Transactional
public class OwnForms {

    private final OwnFormStore store;
    private final WithdrawalStore withdrawals;
    private final JsonMapper json;
    private final Clock clock;

    OwnForms(OwnFormStore store, WithdrawalStore withdrawals, JsonMapper json, Clock clock) {
        this.store = store;
        this.withdrawals = withdrawals;
        this.json = json;
        this.clock = clock;
    }

    /** All versions, by title, the newest of each form first. */
    @Transactional(readOnly = true)
    public List<FormLine> all() {
        return store.of(Actor.current().agency());
    }

    @Transactional(readOnly = true)
    public List<FormLine> versions(FormId id) {
        return all().stream().filter(it -> it.id().equals(id)).toList();
    }

    /** Of one's own agency; the newest version, or the one named. */
    @Transactional(readOnly = true)
    public OwnForm get(FormId id, @Nullable Integer version) {
        return versions(id).stream().map(FormLine::version).filter(it -> version == null || it.equals(version)).findFirst().flatMap(it -> store.get(Actor.current().agency(), id, it))
                .orElseThrow(() -> Refused.notFound("That form could not be found."));
    }

    /** What the file is; nothing is kept. */
    public FormReport check(String file, List<String> beside) {
        return FormReport.of(file, beside, json);
    }

    /** Keeps what was read as the first draft of a new form. Refuses what cannot be asked. */
    public OwnForm load(FormReport read, String title) {
        var form = OwnForm.draft(FormId.next(), 1, Actor.current().agency(), titled(read, title), working(read), FormRules.NONE, null, 5, clock.instant());
        store.add(form, Actor.current().account());
        return form;
    }

    /** Puts what was read in the place of the draft's questionnaire. */
    public OwnForm replace(FormId id, FormReport read, String title) {
        var form = draft(id).with(working(read), titled(read, title));
        store.replace(form);
        return form;
    }

    /** An empty form, to be built. */
    public OwnForm begin(String title) {
        var id = FormId.next();
        var read = check(FormBuild.blank(title.strip(), id), List.of());
        var form = OwnForm.draft(id, 1, Actor.current().agency(), titled(read, title), working(read), FormRules.NONE, null, 5, clock.instant());
        store.add(form, Actor.current().account());
        return form;
    }

    /** Adds an item at the end of its section, or changes it where it stands. */
    public void put(FormId id, BuiltItem item) {
        build(id, it -> it.put(item));
    }

    /** One step up or down among its neighbours. */
    public void move(FormId id, String item, boolean up) {
        build(id, it -> it.move(item, up));
    }

    /** Takes it out with all that stands in it. Refuses what others depend on. */
    public void remove(FormId id, String item) {
        build(id, it -> it.remove(item));
    }

    /** A number that adds up the weights of the answers to these questions. */
    public void score(FormId id, String text, List<String> of) {
        if (of.size() < 2) {
            throw Refused.invalid("A score adds up two questions or more.").at("of");
        }
        build(id, it -> it.score(text, of));
    }

    /** Nothing is kept of what leaves a form that cannot be asked. */
    private void build(FormId id, java.util.function.Consumer<FormBuild> change) {
        var draft = draft(id);
        var build = new FormBuild(draft.questionnaire().json(), json);
        change.accept(build);
        var read = check(build.written(), draft.beside());
        if (!read.works()) {
            var why = read.refusals().getFirst();
            throw Refused.invalid("{item}: {why}", why.item(), why.words());
        }
        store.replace(draft.with(read, draft.title()));
    }

    public void rule(FormId id, FormRules rules) {
        rules.check();
        store.replace(draft(id).with(rules));
    }

    public void license(FormId id, OwnForm.Licence licence, int minutes) {
        store.replace(draft(id).with(licence, minutes));
    }

    /** From now on it can be begun with clients, and never changes. Refuses it without its licence record. */
    public OwnForm publish(FormId id) {
        var draft = draft(id);
        draft.refuseUnlicensed();
        store.publish(draft, Actor.current().account(), clock.instant());
        return draft;
    }

    /** A draft of the next version, which takes the place of this one when it is published. */
    public OwnForm revise(FormId id) {
        var newest = get(id, null);
        if (!newest.published()) {
            throw Refused.conflict("There is a draft of the next version already.");
        }
        var next = OwnForm.draft(id, newest.version() + 1, newest.agency(), newest.title(), new FormReport(newest.questionnaire(), newest.beside(), List.of(), List.of()), newest.rules(), newest.licence(),
                newest.minutes(), clock.instant());
        store.add(next, Actor.current().account());
        return next;
    }

    /** Nothing new is begun with it from now on, in any version; drafts under way are finished and what was completed stays. Refuses what was never published, and what is withdrawn already. */
    public void withdraw(FormId id, String reason) {
        withdrawals.add(newestPublished(id), reason.strip(), Actor.current().account(), clock.instant());
    }

    /** It can be begun again. Refuses what is not withdrawn. */
    public void offer(FormId id) {
        withdrawals.end(newestPublished(id), Actor.current().account(), clock.instant());
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Withdrawal> withdrawals(FormId id) {
        return withdrawals.of(get(id, null).id());
    }

    private OwnForm newestPublished(FormId id) {
        var version = versions(id).stream().filter(FormLine::published).findFirst();
        if (version.isEmpty()) {
            get(id, null);
            throw Refused.conflict("It was never published: a draft is thrown away.");
        }
        return get(id, version.get().version());
    }

    public void discard(FormId id) {
        store.discard(draft(id));
    }

    /** The draft of its next version. Refuses a form that has none: what is published stays as it is. */
    @Transactional(readOnly = true)
    public OwnForm draft(FormId id) {
        var form = get(id, null);
        if (form.published()) {
            throw Refused.conflict("This version is published and stays as it is. Begin a new one.");
        }
        return form;
    }

    private static FormReport working(FormReport read) {
        if (!read.works()) {
            throw Refused.invalid("This questionnaire cannot be asked here; the reasons stand below.");
        }
        return read;
    }

    private static String titled(FormReport read, String title) {
        var own = read.questionnaire() == null ? "" : read.questionnaire().title().plain();
        var whole = title.isBlank() ? own : title.strip();
        if (whole.isBlank()) {
            throw Refused.invalid("Give the form a title.").at("title");
        }
        if (Instruments.refused(whole)) {
            throw Refused.invalid(Instruments.REFUSED.english());
        }
        return whole.length() > 200 ? whole.substring(0, 200) : whole;
    }
}
