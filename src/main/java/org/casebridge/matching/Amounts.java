package org.casebridge.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The dated tables of amounts: each holds from its day until the next one's. */
@Service
@Transactional
public class Amounts {

    private final JdbcClient db;

    Amounts(JdbcClient db) {
        this.db = db;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Amount> all() {
        return db.sql("select id, kind, area, starts_on, base, each_more, source from matching.amount order by kind, starts_on desc, area").query(Amount.class).list();
    }

    /** Refuses a second one of a kind and area from the same day, and one without its source. */
    public void add(Amount.Kind kind, String area, LocalDate startsOn, BigDecimal base, BigDecimal eachMore, String source) {
        var rows = db.sql("insert into matching.amount (id, kind, area, starts_on, base, each_more, source) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(Id.fresh(), kind.name(), area.strip(), startsOn, base, eachMore, source.strip()).update();
        if (rows == 0) {
            throw Refused.conflict("{area} has amounts from that day on already. Choose the day from which yours hold.", area).at("startsOn");
        }
    }

    /** Income in whole percent of the poverty guidelines that hold on a day; Alaska and Hawaii have their own. */
    static Optional<String> povertyPercent(List<Amount> all, BigDecimal income, int size, String state, LocalDate day) {
        var area = List.of("AK", "HI").contains(state.toUpperCase(Locale.ROOT)) ? state.toUpperCase(Locale.ROOT) : "US";
        return percent(all, Amount.Kind.POVERTY, area, income, size, day);
    }

    /** Income in whole percent of the median of a county on a day; nothing where no median is kept. */
    static Optional<String> areaPercent(List<Amount> all, BigDecimal income, int size, String county, LocalDate day) {
        return percent(all, Amount.Kind.AREA_MEDIAN, county, income, size, day);
    }

    private static Optional<String> percent(List<Amount> all, Amount.Kind kind, String area, BigDecimal income, int size, LocalDate day) {
        return all.stream().filter(it -> it.kind() == kind && it.area().equalsIgnoreCase(area.strip()) && !it.startsOn().isAfter(day)).max(Comparator.comparing(Amount::startsOn))
                .map(it -> income.multiply(BigDecimal.valueOf(100)).divide(it.of(size), 0, RoundingMode.CEILING).toPlainString());
    }
}
