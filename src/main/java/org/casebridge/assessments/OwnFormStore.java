package org.casebridge.assessments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.access.AgencyId;
import org.casebridge.kernel.Refused;
import org.casebridge.questionnaires.QuestionnaireReader;
import org.casebridge.questionnaires.Reading;
import org.casebridge.questionnaires.ValueSets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class OwnFormStore {

    private final JdbcClient db;
    private final JsonMapper json;

    OwnFormStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    Optional<OwnForm> published(FormId id, int version) {
        return db.sql("select * from assessments.own_form where id = ? and version = ? and status = 'PUBLISHED'").params(id.value(), version).query(this::form).optional();
    }

    Optional<Integer> newest(FormId id) {
        return db.sql("select max(version) from assessments.own_form where id = ? and status = 'PUBLISHED'").param(id.value()).query(Integer.class).optional();
    }

    Optional<OwnForm> get(AgencyId agency, FormId id, int version) {
        return db.sql("select * from assessments.own_form where id = ? and version = ? and agency_id = ?").params(id.value(), version, agency.value()).query(this::form).optional();
    }

    /** All versions of all forms of an agency, by title, the newest of each first. */
    List<FormLine> of(AgencyId agency) {
        return db.sql("""
                select f.id, f.version, f.status, f.title, f.published_at, f.made_at, a.name,
                       exists (select from assessments.form_withdrawal w where w.form_id = f.id and w.ended_at is null) as withdrawn
                from assessments.own_form f join access.account a on a.id = f.made_by
                where f.agency_id = ?
                order by first_value(f.title) over (partition by f.id order by f.version desc), f.id, f.version desc
                """)
                .param(agency.value()).query((row, number) -> new FormLine(new FormId(row.getObject("id", UUID.class)), row.getInt("version"), row.getString("status").equals("PUBLISHED"),
                        row.getString("title"), instant(row, "published_at"), row.getString("name"), row.getTimestamp("made_at").toInstant(), row.getBoolean("withdrawn"))).list();
    }

    void add(OwnForm form, AccountId by) {
        db.sql("""
                insert into assessments.own_form (id, version, agency_id, status, title, questionnaire, beside, rules, licence_class, holder, attribution, may_administer, minutes, made_by, made_at)
                values (?, ?, ?, 'DRAFT', ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(form.id().value(), form.version(), form.agency().value(), form.title(), form.questionnaire().json(), form.beside().toArray(String[]::new),
                        json.writeValueAsString(form.rules()), form.licence() == null ? null : form.licence().licenceClass().name(), form.licence() == null ? null : form.licence().holder(),
                        form.licence() == null ? null : form.licence().attribution(), form.licence() == null ? null : form.licence().mayAdminister(), form.minutes(), by.value(), form.madeAt().atOffset(ZoneOffset.UTC)).update();
    }

    void replace(OwnForm form) {
        int rows = db.sql("""
                update assessments.own_form set title = ?, questionnaire = ?, beside = ?, rules = ?::jsonb, licence_class = ?, holder = ?, attribution = ?, may_administer = ?, minutes = ?
                where id = ? and version = ? and status = 'DRAFT'
                """)
                .params(form.title(), form.questionnaire().json(), form.beside().toArray(String[]::new), json.writeValueAsString(form.rules()),
                        form.licence() == null ? null : form.licence().licenceClass().name(), form.licence() == null ? null : form.licence().holder(),
                        form.licence() == null ? null : form.licence().attribution(), form.licence() == null ? null : form.licence().mayAdminister(), form.minutes(), form.id().value(), form.version()).update();
        if (rows == 0) {
            throw Refused.conflict("This version is published and stays as it is. Begin a new one.");
        }
    }

    void publish(OwnForm form, AccountId by, Instant at) {
        db.sql("update assessments.own_form set status = 'PUBLISHED', published_by = ?, published_at = ? where id = ? and version = ? and status = 'DRAFT'")
                .params(by.value(), at.atOffset(ZoneOffset.UTC), form.id().value(), form.version()).update();
    }

    void discard(OwnForm form) {
        db.sql("delete from assessments.own_form where id = ? and version = ? and status = 'DRAFT'").params(form.id().value(), form.version()).update();
    }

    private OwnForm form(ResultSet row, int number) throws SQLException {
        var beside = List.of((String[]) row.getArray("beside").getArray());
        var sets = ValueSets.none();
        for (var one : beside) {
            sets = sets.with(one);
        }
        if (!(QuestionnaireReader.read(row.getString("questionnaire"), sets) instanceof Reading.Understood(var questionnaire, var _))) {
            throw new IllegalStateException("a form that was understood is not any more: " + row.getString("id"));
        }
        var licence = row.getString("licence_class") == null ? null : new OwnForm.Licence(Instrument.LicenceClass.valueOf(row.getString("licence_class")), row.getString("holder"),
                row.getString("attribution"), row.getString("may_administer"));
        return new OwnForm(new FormId(row.getObject("id", UUID.class)), row.getInt("version"), new AgencyId(row.getObject("agency_id", UUID.class)), row.getString("status").equals("PUBLISHED"),
                row.getString("title"), questionnaire, beside, json.readValue(row.getString("rules"), FormRules.class), licence, row.getInt("minutes"), row.getTimestamp("made_at").toInstant(), instant(row, "published_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
