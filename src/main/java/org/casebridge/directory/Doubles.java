package org.casebridge.directory;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.casebridge.access.Actor;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Services and organizations that two sources tell of and that may be one: why they look so, putting one away, and taking that back. */
@org.springframework.stereotype.Service
@Transactional
public class Doubles {

    /** What is looked at: services, or organizations. */
    public enum Of {
        SERVICE, ORGANIZATION;

        String table() {
            return "directory." + name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int MOST = 50;

    private final JdbcClient db;

    Doubles(JdbcClient db) {
        this.db = db;
    }

    /** One of a pair, as its source tells it. */
    public record Side(UUID id, String name, @Nullable String organization, String source) {}

    /** Two that may be one, with the reasons, the strongest pairs first. */
    public record Pair(Of of, Side one, Side other, List<Sentence> why) {}

    /** One that was put away for another. */
    public record Away(UUID id, String name, String source, String by) {}

    private record Row(UUID one, String oneName, @Nullable String oneBy, String oneSource, UUID other, String otherName, @Nullable String otherBy, String otherSource, String keys, double alike) {}

    /**
     * Pairs of two sources with a telephone number, web page, e-mail address, tax number, address or name in common, whose names are alike or that have two of these in common.
     * What more than ten have in common (a hotline, a head office) says nothing. Likeness is that of trigrams (pg_trgm), from 0 to 1.
     */
    @Transactional(readOnly = true)
    public List<Pair> find(Of of) {
        return db.sql("with " + keys(of) + """
                , telling as (
                    select * from (select k.*, count(*) over (partition by kind, value) as many from (select distinct id, kind, value from keys where length(value) > 3) k) c where many between 2 and 10
                ), pairs as (
                    select a.id as one, b.id as other, string_agg(distinct a.kind, ' ' order by a.kind) as keys, count(distinct a.kind) as many
                    from telling a join telling b on b.kind = a.kind and b.value = a.value and a.id < b.id
                    join directory.entry ea on ea.id = a.id join directory.entry eb on eb.id = b.id
                    where ea.source <> eb.source
                      and not exists (select from directory.twin t where least(t.kept, t.other) = a.id and greatest(t.kept, t.other) = b.id)
                    group by a.id, b.id
                )
                select p.one, x.name as one_name, x.by as one_by, ex.source as one_source, p.other, y.name as other_name, y.by as other_by, ey.source as other_source, p.keys,
                       similarity(x.name, y.name) as alike
                from pairs p join things x on x.id = p.one join things y on y.id = p.other
                join directory.entry ex on ex.id = p.one join directory.entry ey on ey.id = p.other
                where p.many > 1 or similarity(x.name, y.name) >= 0.5
                order by p.many + similarity(x.name, y.name) desc, p.one, p.other limit :most
                """).param("most", MOST).query(Row.class).list().stream()
                .map(it -> new Pair(of, new Side(it.one(), it.oneName(), it.oneBy(), it.oneSource()), new Side(it.other(), it.otherName(), it.otherBy(), it.otherSource()), why(it))).toList();
    }

    private static String keys(Of of) {
        return of == Of.SERVICE ? """
                things as (select s.id, s.name, o.name as by, s.url, s.email from directory.service s join directory.organization o on o.id = s.organization_id where s.merged_into is null),
                keys as (
                    select t.id, 'phone' as kind, right(regexp_replace(p.number, '\\D', '', 'g'), 10) as value from things t join directory.phone p on p.about = t.id
                    union all select id, 'web', lower(regexp_replace(url, '^https?://(www\\.)?|/+$', '', 'g')) from things where url is not null
                    union all select id, 'email', lower(email) from things where email is not null
                    union all select id, 'name', lower(regexp_replace(name || ' ' || by, '[^[:alnum:]]+', ' ', 'g')) from things
                    union all select t.id, 'address', lower(concat_ws(' ', d.address_1, left(d.postal_code, 5))) from things t
                        join directory.service_at_location a on a.service_id = t.id join directory.address d on d.about = a.location_id where d.address_1 is not null and d.postal_code is not null)
                """ : """
                things as (select o.id, o.name, null::text as by, o.website, o.email, o.tax_id from directory.organization o where o.merged_into is null),
                keys as (
                    select t.id, 'phone' as kind, right(regexp_replace(p.number, '\\D', '', 'g'), 10) as value from things t join directory.phone p on p.about = t.id
                    union all select id, 'web', lower(regexp_replace(website, '^https?://(www\\.)?|/+$', '', 'g')) from things where website is not null
                    union all select id, 'email', lower(email) from things where email is not null
                    union all select id, 'tax', regexp_replace(tax_id, '\\D', '', 'g') from things where tax_id is not null
                    union all select id, 'name', lower(regexp_replace(regexp_replace(name, '\\m(inc|incorporated|llc|the|corp)\\M', '', 'gi'), '[^[:alnum:]]+', ' ', 'g')) from things)
                """;
    }

    private static List<Sentence> why(Row row) {
        var same = Stream.of(row.keys().split(" ")).map(it -> switch (it) {
            case "phone" -> Sentence.of("same telephone number");
            case "web" -> Sentence.of("same web page");
            case "email" -> Sentence.of("same e-mail address");
            case "tax" -> Sentence.of("same tax number");
            case "address" -> Sentence.of("same address");
            default -> Sentence.of("same name");
        });
        return Stream.concat(same, row.keys().contains("name") ? Stream.of() : Stream.of(Sentence.of("names {percent}% alike", Math.round(row.alike() * 100)))).toList();
    }

    /** They are one: {@code other} is found no longer, and its page leads to {@code kept}. Refuses what is put away already. */
    public void same(Of of, UUID kept, UUID other) {
        for (var id : List.of(kept, other)) {
            var away = db.sql("select merged_into is not null from " + of.table() + " where id = ? for update").param(id).query(Boolean.class).optional()
                    .orElseThrow(() -> Refused.notFound("That entry could not be found in the directory."));
            if (away) {
                throw Refused.conflict("One of the two was put away by somebody else meanwhile. Look again.");
            }
        }
        decide(kept, other, true);
        db.sql("update " + of.table() + " set merged_into = ? where id = ?").params(kept, other).update();
        db.sql("update " + of.table() + " set merged_into = ? where merged_into = ?").params(kept, other).update();
    }

    /** They are two: the pair is not shown again. */
    public void two(Of of, UUID one, UUID other) {
        if (db.sql("select count(*) from " + of.table() + " where id in (?, ?)").params(one, other).query(Integer.class).single() != 2) {
            throw Refused.notFound("That entry could not be found in the directory.");
        }
        decide(one, other, false);
    }

    /** What was put away is found again, and the pair may be shown again. */
    public void undo(Of of, UUID other) {
        if (db.sql("update " + of.table() + " set merged_into = null where id = ? and merged_into is not null").param(other).update() == 0) {
            throw Refused.conflict("This is not put away any more. Look again.");
        }
        db.sql("delete from directory.twin where other = ? and same").param(other).update();
    }

    /** What was put away lately, the latest first. */
    @Transactional(readOnly = true)
    public List<Away> away(Of of) {
        return db.sql("select s.id, s.name, e.source, t.decided_by as by from directory.twin t join " + of.table() + " s on s.id = t.other join directory.entry e on e.id = s.id "
                + "where t.same and s.merged_into is not null order by t.decided_at desc limit 20").query(Away.class).list();
    }

    private void decide(UUID kept, UUID other, boolean same) {
        if (kept.equals(other)) {
            throw Refused.invalid("These are one entry, not two.");
        }
        db.sql("insert into directory.twin (kept, other, same, decided_by) values (?, ?, ?, ?) on conflict (least(kept, other), greatest(kept, other)) do update "
                + "set kept = excluded.kept, other = excluded.other, same = excluded.same, decided_by = excluded.decided_by, decided_at = now()")
                .params(kept, other, same, Actor.current().name()).update();
    }
}
